import type { Refusal } from '../guard/refusal.ts';

/** Ends a request with an `ApiProblem`: its message is for the person at the page and quotes nothing of the request. */
export class RequestProblem extends Error implements Refusal {
  override readonly name = 'RequestProblem';
  readonly status: number;
  readonly code: string;

  constructor({ status, code, message }: Refusal, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

/** The body is JSON of another shape than the endpoint needs. */
export function requestInvalid(message: string): RequestProblem {
  return new RequestProblem({ status: 400, code: 'request-invalid', message });
}
