/** Which folder of `src/` may import which: one table for the test and for the picture in ARCHITECTURE.md. */
const STAGES = ['clean', 'language', 'dates', 'actors', 'speech', 'claims'] as const;

export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rules: ['model'],
  ...Object.fromEntries(STAGES.map((s) => [s, ['model', 'rules']])),
  // Its trained weights lie outside src/, in models/pages, as plain data.
  clean: ['model', 'rules', '..'],
  // As are those of matters, in models/tracks.
  claims: ['model', 'rules', '..'],
  'stage.ts': ['model'],
  'problems.ts': ['model', ...STAGES, 'store', 'http'],
  'pipeline.ts': ['model', 'rules', 'stage.ts', ...STAGES],
  'load-reader.ts': ['rules', 'language', 'pipeline.ts'],
  ledger: ['model', 'rules'],
  store: ['model', 'ledger'],
  export: ['model', 'rules', 'ledger'],
  'index.ts': ['*'],
  cli: ['*'],
  http: ['*'],
};
