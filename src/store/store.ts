/** The port as the stores offer it; it is declared with the ledger, which must not know the stores. */
export type { Store } from '../ledger/ports.ts';
