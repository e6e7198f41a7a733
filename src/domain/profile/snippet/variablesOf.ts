import type { SnippetRequest } from './snippetRequest.ts';
import type { SnippetText } from './snippetText.ts';

/** The environment variables that a snippet of the request reads, each once. */
export function variablesOf(request: SnippetRequest): readonly string[] {
  const { headers, tls, proxy } = request;
  return variablesIn([
    ...textsOfBrowsers(request),
    ...headers.map(({ value }) => value),
    ...(tls.keyPassphrase === null ? [] : [tls.keyPassphrase]),
    ...(proxy.kind === 'url' ? [proxy.url] : []),
  ]);
}

/** Those of what a page can send. */
export function variablesOfBrowsers(request: SnippetRequest): readonly string[] {
  return variablesIn(textsOfBrowsers(request));
}

/** Those of the messages that only a test sends, since it expects others after them. */
export function variablesOfAwaited({ awaited }: SnippetRequest): readonly string[] {
  return variablesIn(awaited.flatMap((message) => (message.kind === 'text' ? [message.text] : [])));
}

function textsOfBrowsers({ url, subprotocols, message }: SnippetRequest): readonly SnippetText[] {
  return [
    url,
    ...subprotocols.map(({ value }) => value),
    ...(message?.kind === 'text' ? [message.text] : []),
  ];
}

function variablesIn(texts: readonly SnippetText[]): readonly string[] {
  return [...new Set(texts.flat().flatMap((part) => (part.kind === 'secret' ? [part.variable] : [])))];
}
