/** The seam of the pipeline: a stage says what it needs and what it gives, and a wrong order does not compile. */
import type { Analysed, Layer, Layers, Outcome } from './model/index.ts';

/** A pure step from some layers of a report to others. */
export interface Stage<N extends Layer, G extends Layer> {
  readonly name: string;
  readonly needs: readonly N[];
  readonly gives: readonly G[];
  run(doc: Analysed<N>): Outcome<Pick<Layers, G>>;
}

/** A stage may be added where all it needs is there; otherwise the error names what is missing. */
type Ready<N extends Layer, Have extends Layer> = [Exclude<N, Have>] extends [never]
  ? unknown
  : { readonly missing: Exclude<N, Have> };

/** Stages in order, with the layers they have given so far in the type. */
export interface Pipeline<Have extends Layer> {
  readonly stages: readonly string[];
  add<N extends Layer, G extends Layer>(stage: Stage<N, G> & Ready<N, Have>): Pipeline<Have | G>;
  run(doc: Analysed<never>): Outcome<Analysed<Have>>;
}

interface Step {
  readonly name: string;
  run(doc: object): Outcome<object>;
}

/** A pipeline without stages. */
export function pipeline(): Pipeline<never> {
  return chain([]);
}

function chain<Have extends Layer>(steps: readonly Step[]): Pipeline<Have> {
  return {
    stages: steps.map((s) => s.name),
    add: (stage) => chain([...steps, stage as unknown as Step]),
    run: (doc) => {
      let value: object = doc;
      const problems = [];
      for (const step of steps) {
        const out = step.run(value);
        value = { ...value, ...out.value };
        problems.push(...out.problems);
      }
      return { value: value as Analysed<Have>, problems };
    },
  };
}
