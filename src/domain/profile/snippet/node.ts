import { comments } from './comments.ts';
import { nodeMessage, nodeSocket, secretFunction } from './nodeSocket.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { variablesOf } from './variablesOf.ts';

/** A module for Node, with `ws` 8. */
export function writeNode(request: SnippetRequest): string {
  const { message } = request;
  const { packages, sentences, imports, construction } = nodeSocket(request);
  return [
    ...comments('//', [`npm install ${packages}`, ...sentences]),
    ...imports,
    ``,
    ...construction,
    ``,
    `socket.on('open', () => {`,
    `  console.log('open', socket.protocol);`,
    ...(message === null ? [] : [`  socket.send(${nodeMessage(message)});`]),
    `});`,
    `socket.on('message', (data, isBinary) => console.log(isBinary ? data : data.toString()));`,
    `socket.on('close', (code, reason) => console.log('closed', code, reason.toString()));`,
    `socket.on('error', (error) => console.error(error.message));`,
    ...(variablesOf(request).length === 0 ? [] : secretFunction(false)),
    ``,
  ].join('\n');
}
