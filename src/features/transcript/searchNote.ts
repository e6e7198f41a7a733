import { assertNever } from '#domain/assertNever.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import type { ScanState, TranscriptSummary } from '#domain/transcript/entry.ts';
import { parseFilter } from '#domain/transcript/filter/parseFilter.ts';

/** What is said under the search field. */
export interface SearchNote {
  /** `bad` for an expression that is wrong, `warn` for a search that was ended. */
  readonly tone: 'bad' | 'warn';
  readonly sentence: string;
  /** The expression with the part that is wrong; `null` where it is not the expression's fault. */
  readonly excerpt: Excerpt | null;
}

export interface Excerpt {
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
}

/** What there is to say of the expression typed, and of the search for it. */
export function searchNote(
  text: string,
  { scan, total }: Pick<TranscriptSummary, 'scan' | 'total'>,
): SearchNote | null {
  const parsed = parseFilter(text);
  if (!parsed.ok) {
    const { start, end, message } = parsed.problem;
    return { tone: 'bad', sentence: message, excerpt: excerptOf(text, start, end) };
  }
  if (scan.kind !== 'stopped') return null;
  return { tone: 'warn', sentence: stoppedSentence(scan, total), excerpt: null };
}

/** So much of an expression stands around what is wrong in it, characters: it fits a line. */
const AROUND = 24;

function excerptOf(text: string, start: number, end: number): Excerpt {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    wrong: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  };
}

function stoppedSentence({ looked, reason }: Extract<ScanState, { kind: 'stopped' }>, total: number): string {
  const rest = `The log shows what it found among the first ${formatCount(looked)} of ${formatCount(total)} messages.`;
  switch (reason) {
    case 'runaway':
      return `The regular expression did not come to an end within two seconds on one message, and was stopped. ${rest}`;
    case 'unavailable':
      return `This browser could not start the worker that regular expressions run in. ${rest}`;
    case 'not-loaded':
      return 'The code that searches could not be loaded, so the log shows what it did before. See that the companion runs (npm start), and search again.';
    default:
      return assertNever(reason);
  }
}
