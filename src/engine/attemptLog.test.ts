import { expect, it } from 'vitest';
import { createAttemptLog } from './attemptLog.ts';
import { requestTo } from './testing/fakeEngine.ts';
import type { StoredRecord } from './transcript/transcriptStore.ts';

/** What the page's clock shows: the events of a companion come a little after they have happened. */
const PAGE_NOW = 1_060;

function start() {
  const records: StoredRecord[] = [];
  const log = createAttemptLog({
    request: requestTo('wss://gateway.example/chat'),
    attempt: null,
    secrets: [],
    now: () => PAGE_NOW,
    transcript: {
      append: (record) => void records.push(record),
      changed: () => {},
      dropPending: () => {},
      noteHandshake: () => {},
    },
  });
  return { log, records };
}

it('says that a connection opened at the time of its handshake, which a message of the same moment does not precede', () => {
  const { log, records } = start();
  const url = 'wss://gateway.example/chat';
  log.note({
    type: 'handshake',
    event: { type: 'started', at: 1_000, url, madeBy: 'companion', proxy: null },
  });
  log.note({
    type: 'handshake',
    event: { type: 'ended', outcome: { kind: 'open', subprotocol: null, extensions: null }, atMs: 34 },
  });
  expect(records.map(({ time, payload }) => [time, new TextDecoder().decode(payload)])).toEqual([
    [1_034, `Open: ${url}`],
  ]);
});
