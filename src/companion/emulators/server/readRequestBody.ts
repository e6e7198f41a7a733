import type { IncomingMessage } from 'node:http';

/** `null` when there is more. The rest is read and dropped, so that the client can finish sending and see the answer. */
export async function readRequestBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? null : Buffer.concat(chunks);
}
