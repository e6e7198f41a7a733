/** Why Postern cannot start as it was asked to: its message is a sentence for the person at the terminal. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
