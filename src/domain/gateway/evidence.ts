import { findHeader } from '../websocket/headerField.ts';
import type { Answer } from './answer.ts';
import type { Evidence } from './gateway.ts';

/** A refusal's sentence fits; an error page does not, and is shown whole beside the finding. */
const MAX_QUOTE_LENGTH = 300;

export function quoteStatus({ response }: Answer): Evidence {
  return { where: 'Status', quote: `${response.status} ${response.reason}`.trim() };
}

/** Those of the headers that the answer has. */
export function quoteHeaders({ response }: Answer, names: readonly string[]): readonly Evidence[] {
  return names.flatMap((name) => {
    const value = findHeader(response.headers, name);
    return value === null ? [] : [{ where: name, quote: name === 'Location' ? cutQuery(value) : value }];
  });
}

/** A redirect repeats the query it was asked with, credentials included. */
function cutQuery(location: string): string {
  return location.replace(/\?.*$/s, '?…');
}

/** The body when it is short, else the part that matched. HTML is not quoted unless it matched: its text says little. */
export function quoteBody({ text, isHtml }: Answer, match: RegExpExecArray | null): readonly Evidence[] {
  const whole = text.trim();
  if (whole === '' || (isHtml && match === null)) return [];
  if (whole.length <= MAX_QUOTE_LENGTH) return [{ where: 'Body', quote: whole }];
  return match === null ? [] : [{ where: 'Body', quote: match[0].slice(0, MAX_QUOTE_LENGTH) }];
}
