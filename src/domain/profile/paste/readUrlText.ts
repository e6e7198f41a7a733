import { PasteDraft } from './pasteDraft.ts';
import type { DraftReading } from './readCommand.ts';

/** What a URL is put between, and what may follow in code. Unpaired, each of these can belong to the URL. */
const QUOTED = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|«(.*)»|<(.*)>)[,;]?$/s;

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A URL whose beginning is a variable's to say. */
const VARIABLE_FIRST = /^\{\{[^{}]+\}\}/;

/** A host that is one by its look, with its path: a name with a dot, a port, or a name that everyone has. */
const BARE_HOST = /^(?:localhost|\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)+|[\w-]+(?=:\d))(?::\d+)?(?:[/?#]|$)/i;

/** Reads a URL as it stands in mails, code and logs: in quotes or angle brackets, broken over lines, without its scheme. */
export function readUrlText(text: string): DraftReading {
  const trimmed = text.trim();
  const quoted = QUOTED.exec(trimmed)
    ?.slice(1)
    .find((group) => group !== undefined);
  const url = (quoted ?? trimmed).trim().replace(/\s*[\r\n]\s*/g, '');
  if (![SCHEME, BARE_HOST, VARIABLE_FIRST].some((beginning) => beginning.test(url))) {
    return {
      kind: 'problem',
      message: 'This is neither a URL nor a command line of wscat, websocat or curl.',
    };
  }
  const draft = new PasteDraft();
  draft.takeUrl(url);
  return { kind: 'draft', draft };
}
