import { readCommand } from './paste/readCommand.ts';
import { readUrlText } from './paste/readUrlText.ts';
import { settleUrl } from './paste/settleUrl.ts';
import { toEndpoint, type PastedEndpoint } from './paste/toEndpoint.ts';

export type { PastedEndpoint } from './paste/toEndpoint.ts';

export type PasteReading =
  | { readonly kind: 'endpoint'; readonly endpoint: PastedEndpoint }
  /** A sentence on why nothing was taken from the text. */
  | { readonly kind: 'problem'; readonly message: string };

/** Longer than any URL or command line that a gateway takes; beyond it, the wrong thing was copied. */
const MAX_PASTE_LENGTH = 256 * 1024;

/**
 * Reads what a person pastes where the gateway's URL goes: a URL, or a command line of wscat, websocat or curl.
 * Credentials come out as secrets. For a URL that is valid, `resolveProfile` gives the same URL back.
 */
export function readPaste(text: string, newId: () => string): PasteReading {
  if (text.trim() === '') return problem('There is nothing to read: paste a URL or a command line.');
  if (text.length > MAX_PASTE_LENGTH) return problem('This is too long for a URL or a command line.');
  const reading = readCommand(text) ?? readUrlText(text);
  if (reading.kind === 'problem') return reading;
  const { draft } = reading;
  const message = settleUrl(draft);
  return message === null ? { kind: 'endpoint', endpoint: toEndpoint(draft, newId) } : problem(message);
}

function problem(message: string): PasteReading {
  return { kind: 'problem', message };
}
