/** Codes in, names as they stand in running English out. */

/** What lines call parties and tracks. */
export interface Names {
  /** With its article where it takes one: "the United States". */
  actor(code: string): string;
  /** "air links" for `air-links`. */
  track(id: string): string;
}

/** What is needed of an actor of the rules. */
export interface NamedActor {
  readonly code: string;
  readonly names: readonly string[];
}

/** What is needed of a track of the rules. */
export interface NamedTrack {
  readonly id: string;
  readonly label?: string | undefined;
}

/** Names of unions, kingdoms and island groups take an article; "South Ossetia" and "NATO" do not. */
const ARTICLE =
  /^(United |European |African |Arab |Eurasian |International |World |Organi[sz]ation |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Vatican|Holy See|Kremlin|Group of)|(Republic|Kingdom|States|Emirates|Islands|Federation|Union|Nations|League|Council|Commission|Court|Agency|Organi[sz]ation|Community|Authority|Bank|Fund|Alliance|Association|Committee|Secretariat|Congo)$/;

function withArticle(name: string): string {
  return ARTICLE.test(name) ? `the ${name}` : name;
}

/**
 * Names from the rules; a code they do not know stands for itself.
 *
 * @example namesFrom(rules.actors, []).actor('USA') // "the United States"
 */
export function namesFrom(actors: readonly NamedActor[], tracks: readonly NamedTrack[]): Names {
  const byCode = new Map(actors.map((a) => [a.code, withArticle(a.names[0] ?? a.code)]));
  const byTrack = new Map(tracks.map((t) => [t.id, t.label ?? t.id.replaceAll('-', ' ')]));
  return {
    actor: (code) => byCode.get(code) ?? code,
    track: (id) => byTrack.get(id) ?? id.replaceAll('-', ' '),
  };
}

/** A name as a heading has it, without its article. */
export function bare(name: string): string {
  return name.replace(/^the /, '');
}

/** "Russia", "Russia and India", "Russia, India and the United States". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The same with a capital letter, for the start of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Without the capital of a heading; abbreviations keep theirs. */
export function uncapital(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
