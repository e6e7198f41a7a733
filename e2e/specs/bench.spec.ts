import { once } from 'node:events';
import { WebSocket } from 'ws';
import { floodMessage } from '../bench/flood.ts';
import type { Flood } from '../bench/flood.ts';
import { assertComplete, OrderCheck } from '../bench/orderCheck.ts';
import { serveFirehose } from '../bench/serveFirehose.ts';
import { expect, test } from '../fixtures/test.ts';

/** A benchmark that takes any log for a whole one proves nothing: these are the ways in which one is not. */

const FLOOD: Flood = { kind: 'mixed', count: 8 };

/** The lines of an export in which the messages with these numbers stand, in this order. */
function exportOf(numbers: readonly number[], flood: Flood = FLOOD): readonly string[] {
  const opened = { sequence: 1, direction: 'received', kind: 'opened', text: 'Open: ws://127.0.0.1/' };
  const messages = numbers.map((number, index) => {
    const { isText, payload } = floodMessage(flood, number);
    const content = isText ? { text: payload.toString() } : { base64: payload.toString('base64') };
    return { sequence: index + 2, direction: 'received', kind: isText ? 'text' : 'binary', ...content };
  });
  return [opened, ...messages].map((line) => JSON.stringify(line));
}

function checked(lines: readonly string[]): OrderCheck {
  const check = new OrderCheck(FLOOD);
  for (const line of lines) check.take(line);
  return check;
}

const WHOLE = [0, 1, 2, 3, 4, 5, 6, 7];

test('a log that holds every message once and in order is complete', () => {
  const report = checked(exportOf(WHOLE)).report();
  expect(report).toEqual({ messages: 8, lost: 0, doubled: 0, outOfOrder: 0, altered: 0, misnumbered: 0 });
  expect(() => assertComplete(report, FLOOD, 'here')).not.toThrow();
});

for (const { fault, lines, message } of [
  {
    fault: 'lacks a message',
    lines: exportOf([0, 1, 2, 4, 5, 6, 7]),
    message: 'here: 7 of 8 messages, 1 lost, 1 outOfOrder.',
  },
  {
    fault: 'lacks the last message',
    lines: exportOf(WHOLE.slice(0, -1)),
    message: 'here: 7 of 8 messages, 1 lost.',
  },
  {
    fault: 'holds a message twice',
    lines: exportOf([0, 1, 2, 2, 3, 4, 5, 6, 7]),
    message: 'here: 9 of 8 messages, 1 doubled, 1 outOfOrder.',
  },
  {
    fault: 'holds two messages the wrong way round',
    lines: exportOf([0, 1, 3, 2, 4, 5, 6, 7]),
    message: 'here: 8 of 8 messages, 3 outOfOrder.',
  },
  {
    fault: 'holds a message with one other byte',
    lines: exportOf(WHOLE).map((line, index) => (index === 3 ? line.replace('abc', 'abd') : line)),
    message: 'here: 8 of 8 messages, 1 altered.',
  },
  {
    fault: 'leaves a sequence number out',
    lines: exportOf(WHOLE).map((line) => line.replace('"sequence":9', '"sequence":10')),
    message: 'here: 8 of 8 messages, 1 misnumbered.',
  },
]) {
  test(`a log that ${fault} fails the run`, () => {
    const report = checked(lines).report();
    expect(() => assertComplete(report, FLOOD, 'here')).toThrow(message);
  });
}

for (const flood of [
  { kind: 'json', count: 5_000 },
  { kind: 'mixed', count: 50 },
] as const) {
  test(`the firehose pours each message of a ${flood.kind} flood once and in order`, async ({ start }) => {
    const firehose = await start(serveFirehose());
    firehose.prepare(flood);
    const socket = new WebSocket(`ws://${firehose.host}/flood`);
    const came: { readonly isText: boolean; readonly payload: Buffer }[] = [];
    const all = new Promise<void>((resolve) => {
      socket.on('message', (payload: Buffer, isBinary) => {
        came.push({ isText: !isBinary, payload });
        if (came.length === flood.count) resolve();
      });
    });
    await once(socket, 'open');
    await Promise.all([firehose.pour(), all]);
    socket.close(4000, 'enough');
    const [closeCode] = (await once(socket, 'close')) as [number];
    expect(closeCode).toBe(4000);
    expect(came).toHaveLength(flood.count);
    const wrong = came.findIndex(({ isText, payload }, number) => {
      const sent = floodMessage(flood, number);
      return isText !== sent.isText || !payload.equals(sent.payload);
    });
    expect(wrong, 'the first message that is not the one that was sent').toBe(-1);
  });
}
