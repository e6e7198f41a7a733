/** Colours for a terminal, or none. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const plain = (text: string): string => text;

export const NO_PAINT: Paint = { good: plain, bad: plain, warning: plain, dim: plain, bold: plain };

export const TERMINAL_PAINT: Paint = {
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warning: sgr(33, 39),
  dim: sgr(2, 22),
  bold: sgr(1, 22),
};

/** Colours only for a terminal that a person looks at: https://no-color.org. */
export function choosePaint(stdout: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return stdout.isTTY === true && isWanted ? TERMINAL_PAINT : NO_PAINT;
}

/** ECMA-48 section 8.3.117, SELECT GRAPHIC RENDITION. */
function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001B[${on}m${text}\u001B[${off}m`;
}
