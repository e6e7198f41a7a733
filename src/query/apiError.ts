/** Why a call to the companion gave no answer: its own problem, or one of these. */
export type ApiErrorCode = 'companion-absent' | 'answer-unreadable' | 'timed-out' | (string & {});

export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Stable; the companion's own codes (`token-required`, …) pass through. */
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
