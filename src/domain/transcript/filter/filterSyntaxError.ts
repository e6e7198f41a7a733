/** What is wrong with an expression and where, in UTF-16 units from its beginning. */
export interface FilterProblem {
  readonly start: number;
  readonly end: number;
  /** A sentence for the person who typed it. */
  readonly message: string;
}

/** Ends the reading of an expression; `parseFilter` makes an answer of it. */
export class FilterSyntaxError extends Error {
  override readonly name = 'FilterSyntaxError';
  readonly code = 'filter-syntax';
  readonly problem: FilterProblem;

  constructor(start: number, end: number, message: string) {
    super(message);
    this.problem = { start, end, message };
  }
}
