/** A call that cannot be carried out as written; the message says how to write it. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
