/** Words in classes and ids that tell what an element is for; they see marks in small letters. */

/** The report. */
export const FOR =
  /(?:article[-_]?(?:body|content|text)|story[-_]?(?:body|content|text)|post[-_]?(?:body|content)|entry[-_]?content|articlebody|body[-_]?(?:text|copy)|paragraph|rich[-_]?text|main[-_]?content|news[-_]?text)/;
/** Furniture, wherever on the page. */
export const AGAINST =
  /(?:related|recommend|share|social|comment|promo|newsletter|subscri|footer|(?:^|[\s_-])nav|menu|sidebar|(?:^|[\s_-])ads?(?:$|[\s_-])|advert|teaser|trending|popular|most[-_]|more[-_]|read[-_]?(?:more|next|also)|outbrain|taboola|sponsor|cookie|consent|banner|breadcrumb|tags?(?:$|[\s_-])|author[-_]?bio|paywall|widget|carousel|disclaimer|copyright|modal|popup)/;
/** Furniture inside the report: the words of AGAINST, and more that are said of a whole report outside it. */
export const BOXED = new RegExp(
  `${AGAINST.source}|bio(?:$|[\\s_-])|sr-only|visually-?hidden|screen-?reader|embed|card|aside|boxed|infobox|callout|sign-?up|donat|correction|editor|note`,
);
/** A heading over other reports or over what readers may do. */
export const RELATED =
  /related|recommend|more[-_]|also|trending|popular|most[-_]|read[-_]?next|suggest|similar|latest|teaser|promo|newsletter|comment|widget/;
export const CAPTION = /caption|credit|photo|image|media|figure|gallery/;
/** What stands about a report above it. */
export const META = /byline|author|date|time|timestamp|dek|standfirst|subhead|subtitle|summary|kicker|headline|meta/;
export const INTRODUCTION = new RegExp(`${META.source}|deck|excerpt|intro|lead|lede|description`);
