/** The person who wanted a file read or written wants it no more. */
export class TransferCancelledError extends Error {
  readonly code = 'transfer-cancelled';
  override readonly name = 'TransferCancelledError';

  constructor() {
    super('It was cancelled.');
  }
}
