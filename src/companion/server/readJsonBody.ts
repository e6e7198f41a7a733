import type { IncomingMessage } from 'node:http';
import { RequestProblem } from './requestProblem.ts';

/** The request's JSON body, still of unknown shape. Throws `RequestProblem`. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  // Forms can be posted from any site without asking first; JSON cannot.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new RequestProblem({
      status: 415,
      code: 'body-not-json',
      message: 'The request needs the Content-Type application/json.',
    });
  }
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own error quotes the text, and the text may hold a secret: it is not kept as the cause.
    throw new RequestProblem({
      status: 400,
      code: 'body-not-json',
      message: 'The body of the request is not JSON.',
    });
  }
}

/** By events: leaving a `for await` early would destroy the socket, and with it the answer that says why. */
async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= maxBytes) chunks.push(chunk);
      else reject(tooLarge(maxBytes));
    });
    request.once('end', resolve);
    request.once('error', reject);
  });
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(maxBytes: number): RequestProblem {
  return new RequestProblem({
    status: 413,
    code: 'body-too-large',
    message: `The body of the request is larger than ${maxBytes} bytes.`,
  });
}
