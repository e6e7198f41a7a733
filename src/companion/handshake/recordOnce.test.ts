import { describe, expect, it } from 'vitest';
import { once } from 'node:events';
import { acceptUpgrade, answerAndEnd } from '../testing/answers.ts';
import { requestTo } from '../testing/requestTo.ts';
import { serve } from '../testing/serve.ts';
import { recordOnce } from './recordOnce.ts';

const SIGNAL = new AbortController().signal;

describe('recordOnce', () => {
  it('returns the record of an open connection and closes it with 1000', async () => {
    const frames: Buffer[] = [];
    const server = await serve(
      acceptUpgrade([], (socket) => socket.on('data', (chunk) => frames.push(chunk))),
    );
    const ended = server.nextSocket().then((socket) => once(socket, 'end'));
    const record = await recordOnce(requestTo(`ws://127.0.0.1:${server.port}/`), { signal: SIGNAL });
    expect(record.outcome?.kind).toBe('open');
    await ended;
    const [close] = frames;
    expect(close?.subarray(0, 2).toString('hex')).toBe('8882');
    const mask = close?.readUInt16BE(2) ?? 0;
    expect((close?.readUInt16BE(6) ?? 0) ^ mask).toBe(1000);
  });

  it('returns the record of a refusal', async () => {
    const server = await serve(answerAndEnd('HTTP/1.1 404 Not Found', 'Content-Length: 0', '', ''));
    const record = await recordOnce(requestTo(`ws://127.0.0.1:${server.port}/`), { signal: SIGNAL });
    expect(record.outcome).toEqual({ kind: 'refused', status: 404, reason: 'Not Found' });
  });
});
