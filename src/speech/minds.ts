/** Tells whether what is said is about the mind or position of another government than the speaker's. */
import type { ActorMention } from '../model/actor.ts';
import type { Draft } from './draft.ts';
import { isBetween, type Line } from './line.ts';

/** Words looked at after the name of the other side before its verb must have come. */
const REACH = 7;

export function ofAnotherMind(draft: Draft, lines: readonly Line[], actors: readonly ActorMention[]): boolean {
  const line = lines[draft.line.index]!;
  const own = draft.links[0].state;
  return line.mentions.some(({ mention }) => {
    if (mention.reading === 'place' || mention.codes.length === 0 || (own !== null && mention.codes.includes(own)))
      return false;
    if (own === null && draft.voice !== null && mention === actors[draft.voice.mention ?? -1]) return false;
    if (!draft.content.some((c) => c.start <= mention.start && mention.end <= c.end)) return false;
    return thinks(line, mention.last);
  });
}

/** A verb or adjective of mind follows the name, with only small words between. */
function thinks(line: Line, from: number): boolean {
  const { lexicon } = line;
  for (let i = from; i < Math.min(line.tokens.length, from + REACH); i += 1) {
    const low = line.low[i]!;
    if (lexicon.mindVerbs.has(low)) return !line.tagged || /^VB/.test(line.tokens[i]!.xpos);
    if (lexicon.mindWords.has(low)) return true;
    if (
      !isBetween(line, i) &&
      !/^(?:side|government|leadership|officials|ministers?|authorities|president|not|['’]s|foreign|ministry)$/.test(
        low,
      )
    )
      return false;
  }
  return false;
}
