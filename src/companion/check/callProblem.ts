/** The call itself is wrong: nothing was dialled. The message is one sentence for the person, and holds no secret. */
export class CallProblem extends Error {
  override readonly name = 'CallProblem';
  readonly code = 'call-wrong';
}
