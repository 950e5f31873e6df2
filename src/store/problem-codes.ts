/** What can go wrong with the place a ledger is kept in. */
const known = {
  'STORE-001': {
    message: 'this file is not a ledger (not an SQLite database)',
    remedy: 'Give the path of a .verbale file, or a new path to start a ledger',
  },
  'STORE-002': {
    message: 'this database belongs to another program',
    remedy: 'Nothing was changed in it. Give another path, or a new one to start a ledger',
  },
  'STORE-003': {
    message: 'the ledger file is damaged',
    remedy: 'Stop, keep the file, and restore it from a copy; "sqlite3 FILE .recover" saves what can be read',
  },
  'STORE-004': {
    message: 'the ledger cannot be opened',
    remedy: 'Check that the folder exists and that you may write in it, or give another path',
  },
  'STORE-005': {
    message: 'the ledger cannot be written to',
    remedy: 'Give yourself the right to write to the file and its folder, or copy the ledger to a folder of your own',
  },
  'STORE-006': {
    message: 'the disk is full; what was not yet recorded was left out whole',
    remedy: 'Make room and run the same command again: what is recorded already is recognised',
  },
  'STORE-007': {
    message: 'another process is writing to the ledger and did not finish in time',
    remedy: 'Wait for it to end, or stop it, and run the command again',
  },
  'STORE-008': {
    message: 'the ledger was made by a newer version of Verbale',
    remedy: 'Install that version, or give another path',
  },
  'STORE-009': {
    message: 'the database server does not answer',
    remedy: 'Check the address, user and password in DATABASE_URL, and that the server runs',
  },
  'STORE-010': {
    message: 'the store failed in a way that was not foreseen',
    remedy: 'Nothing was recorded by the failed step. Run it again; if it fails again, report it with this message',
  },
  'STORE-011': {
    message: 'this kind of address is not known',
    remedy: 'Give a file path, or an address that starts with postgres://',
  },
  'STORE-012': {
    message: 'the driver for PostgreSQL is not installed',
    remedy: 'Run "npm install pg", or keep the ledger in a file',
  },
} as const;

export type StoreProblemCode = keyof typeof known;

export const STORE_PROBLEMS: Readonly<Record<StoreProblemCode, { readonly message: string; readonly remedy: string }>> =
  known;

/** The same as a list, for the catalogue of problems. */
export const problemCodes = Object.entries(known).map(([code, text]) => ({ code, severity: 'stop' as const, ...text }));
