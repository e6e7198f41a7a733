/** How to know one kind of server that stands before the WebSocket service, and what to do in it. */
export interface FrontRule {
  readonly id: `front-${string}`;
  /** For the start of a sentence: `nginx`. */
  readonly name: string;
  /** Headers that it puts on whatever passes through it: they show that it stands there. */
  readonly passes: readonly HeaderSign[];
  /** What only an answer of its own has: it never asked the service behind, or got nothing useful from it. */
  readonly writes: Signs;
  /** Other headers worth quoting: ids to give to whoever runs it. */
  readonly quotes: readonly string[];
  /** What to look at in it when it refuses or passes no upgrade on. */
  readonly fixes: readonly string[];
}

export type HeaderSign = readonly [name: string, value: RegExp];

export interface Signs {
  readonly headers?: readonly HeaderSign[];
  readonly body?: RegExp;
  /** With one of the headers of `passes`, and no body at all. */
  readonly emptyBody?: true;
  readonly statuses?: readonly [from: number, to: number];
}
