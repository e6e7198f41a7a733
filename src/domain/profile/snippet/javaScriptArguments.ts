import { javaScriptText } from './javaScriptText.ts';
import type { SnippetRequest } from './snippetRequest.ts';

/** What `new WebSocket(…)` takes first: the constant `url`, and the subprotocols where there are any that it takes. */
export function webSocketArguments(request: SnippetRequest, read: (variable: string) => string): string {
  const subprotocols = subprotocolTexts(request, read);
  return subprotocols.length === 0 ? 'url' : `url, [${subprotocols.join(', ')}]`;
}

export function urlConstant({ url }: SnippetRequest, read: (variable: string) => string): string {
  return `const url = ${javaScriptText(url, read)};`;
}

/** The subprotocols that are not refused before anything is sent, as expressions. */
export function subprotocolTexts(
  { subprotocols }: SnippetRequest,
  read: (variable: string) => string,
): readonly string[] {
  return subprotocols.filter(({ isRegular }) => isRegular).map(({ value }) => javaScriptText(value, read));
}
