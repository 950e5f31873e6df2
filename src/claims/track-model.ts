/** The learned weights of matters, made by `training/tracks`, ready to look up. */
import weights from '../../models/tracks/weights.json' with { type: 'json' };

export interface TrackModel {
  readonly tracks: readonly string[];
  /** Row of each word in `scores`; rows below `common` are of words that count as names too. */
  readonly words: ReadonlyMap<string, number>;
  readonly common: number;
  /** One row for each word, one signed byte for each track. */
  readonly scores: Int8Array;
  readonly scale: number;
  /** What a place makes of the words in it. */
  readonly places: Readonly<Record<string, number>>;
  /** What a piece of evidence adds that the rules find. */
  readonly features: Readonly<Record<string, number>>;
  /** How each class and kind of claim leans, by track. */
  readonly classes: Readonly<Record<string, readonly number[]>>;
  readonly bias: readonly number[];
}

function read(): TrackModel {
  const { words, scores, ...rest } = weights;
  const rows = new Map(words.split(' ').map((word, row) => [word, row]));
  const table = new Int8Array(Buffer.from(scores, 'base64'));
  if (table.length !== rows.size * rest.tracks.length) throw new Error('models/tracks/weights.json is cut short');
  return { ...rest, words: rows, scores: table };
}

export const trackModel: TrackModel = read();
