import { createHash } from 'node:crypto';
import { type AnswerHeader, headText } from '../server/answer.ts';
import type { Exchange } from '../server/exchange.ts';

/** The script as the sample publishes it forgets `Upgrade` and `Connection`; a corrected one sets them. */
export type ScriptedAnswer = 'as published' | 'with upgrade headers';

/** RFC 6455 section 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Approach 2: a script answers 101 by hand. Nothing reads frames after it, so that the connection is open and silent:
 * no echo, no pong, and no answer to a Close frame (gateways.md 6.2).
 */
export function answer101ByHand(
  { socket }: NonNullable<Exchange['upgrade']>,
  key: string,
  scripted: ScriptedAnswer,
): void {
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  const upgradeHeaders: AnswerHeader[] = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
  ];
  socket.write(
    headText({
      status: 101,
      reasonPhrase: 'Switching Protocols',
      headers: [...(scripted === 'as published' ? [] : upgradeHeaders), ['Sec-WebSocket-Accept', accept]],
      body: '',
    }),
  );
  socket.once('end', () => {
    socket.end();
  });
  socket.resume();
}
