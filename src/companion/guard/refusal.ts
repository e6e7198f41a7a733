/** Why a request is turned away: the HTTP status and an `ApiProblem`'s fields. Never quotes what the caller sent. */
export interface Refusal {
  readonly status: number;
  /** Stable, for example `origin-foreign`. */
  readonly code: string;
  /** A sentence for the person at the page. */
  readonly message: string;
}
