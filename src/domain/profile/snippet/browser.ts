import { encodeBase64 } from '../../format/base64.ts';
import { comments } from './comments.ts';
import { urlConstant, webSocketArguments } from './javaScriptArguments.ts';
import { javaScriptString, javaScriptText } from './javaScriptText.ts';
import { leftOutBy, OF_BROWSERS } from './leftOut.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { variablesOfBrowsers } from './variablesOf.ts';

const ASKS = 'A page has no environment: this asks for its secrets. Do not write them into a page.';

/** JavaScript for a page or the console of a browser. */
export function writeBrowser(request: SnippetRequest): string {
  const secrets = variablesOfBrowsers(request);
  const message = messageExpression(request);
  return [
    ...comments('//', leftOutBy(request, 'A browser', ['any-certificate', ...OF_BROWSERS])),
    ...comments('//', secrets.length === 0 ? [] : [ASKS]),
    ...secrets.map((variable) => `const ${variable} = prompt(${javaScriptString(variable)});`),
    urlConstant(request, inPlace),
    `const socket = new WebSocket(${webSocketArguments(request, inPlace)});`,
    `socket.binaryType = 'arraybuffer';`,
    ``,
    `socket.addEventListener('open', () => {`,
    `  console.log('open', socket.protocol);`,
    ...(message === null ? [] : [`  socket.send(${message});`]),
    `});`,
    `socket.addEventListener('message', ({ data }) => console.log(data));`,
    `socket.addEventListener('close', ({ code, reason, wasClean }) => {`,
    `  console.log('closed', code, reason, wasClean);`,
    `});`,
    ``,
  ].join('\n');
}

function messageExpression({ message }: SnippetRequest): string | null {
  if (message === null) return null;
  return message.kind === 'text' ? javaScriptText(message.text, inPlace) : browserBytes(message.bytes);
}

function inPlace(variable: string): string {
  return variable;
}

export function browserBytes(bytes: Uint8Array): string {
  return `Uint8Array.from(atob(${javaScriptString(encodeBase64(bytes))}), (character) => character.charCodeAt(0))`;
}
