/** The words of the domain as types. Imports nothing outside this folder. */
export * from './actor.ts';
export * from './attribution.ts';
export * from './claim.ts';
export * from './date.ts';
export * from './evidence.ts';
export * from './ledger.ts';
export * from './meaning.ts';
export * from './problem.ts';
export * from './reading.ts';
export * from './report.ts';
export * from './sentence.ts';
export * from './span.ts';
export * from './speech.ts';
