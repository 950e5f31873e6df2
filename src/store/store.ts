/** The port as the stores offer it; it is declared with the ledger, which must not know the stores. */
export type { Counts, LedgerRead, LedgerWrite, Page, ReadingDraft, ReadingHead, Store } from '../ledger/ports.ts';
