import { describe, expect, it } from 'vitest';
import { formatHex } from '#domain/format/formatHex.ts';
import { createIsoTimeFormatter } from '#domain/format/isoTime.ts';
import {
  CHROME_RECORDING,
  CHROME_SANITIZED_RECORDING,
  FIREFOX_RECORDING,
  PLAYWRIGHT_RECORDING,
} from '#domain/transcript/transfer/testing/harRecordings.ts';
import type { ReadEntry } from '#domain/transcript/transfer/logEntry.ts';
import { createPause } from '../pause.ts';
import { inspectFile } from './inspectFile.ts';
import { readHar } from './readFileEntries.ts';

const READING = { pause: createPause(), onProgress: () => {}, signal: new AbortController().signal };

/** A WebSocket of a recording, and its log: the time, whose it is, and what it says. */
async function logsOf(recording: string) {
  const file = new File([recording], 'a.har');
  const { sockets } = await inspectFile(file, READING);
  const logs: Record<string, readonly string[]>[] = [];
  for (const socket of sockets ?? []) {
    const lines: string[] = [];
    await readHar(file, socket, (read) => void lines.push(showEntry(read)), READING);
    logs.push({ [socket.url]: lines });
  }
  return logs;
}

const formatTime = createIsoTimeFormatter();

function showEntry(read: ReadEntry): string {
  if (read.kind !== 'entry') return JSON.stringify(read);
  const { time, direction, kind, payload } = read.entry;
  const said = kind === 'binary' ? `[${formatHex(payload)}]` : new TextDecoder().decode(payload);
  const isMessage = kind !== 'opened' && kind !== 'ended';
  return `${formatTime(time).slice(0, -1)} ${isMessage ? `${direction} ` : ''}${said}`;
}

const KEPT_KEY = 'subscription-key=5cc22a06c38c9287cc90b5067d85f060';

describe("Chrome's recording", () => {
  it('gives the log of each of its WebSockets, also of those that did not open', async () => {
    expect(await logsOf(CHROME_RECORDING)).toEqual([
      {
        // Of this one, Chrome says 1969 and the seconds since the machine started: it has the time of the recording.
        'ws://127.0.0.1:4399/nobody': [
          '2026-11-28T22:27:03.186 Not opened: Error in connection establishment: net::ERR_CONNECTION_REFUSED. ws://127.0.0.1:4399/nobody',
        ],
      },
      {
        [`ws://127.0.0.1:4110/echo?${KEPT_KEY}`]: [
          '2026-11-28T22:27:03.888 Open: ws://127.0.0.1:4110/echo?subscription-key=•••, 101 Switching Protocols',
          '2026-11-28T22:27:03.946 sent {"subscribe":"prices"}',
          '2026-11-28T22:27:03.967 received {"subscribe":"prices"}',
          '2026-11-28T22:27:04.007 sent Grüße nach 東京 🌍',
          '2026-11-28T22:27:04.015 received Grüße nach 東京 🌍',
          '2026-11-28T22:27:04.068 sent [00 ff 10]',
          '2026-11-28T22:27:04.086 received [00 ff 10]',
        ],
      },
      {
        'ws://127.0.0.1:4110/echo?subscription-key=wrong': [
          '2026-11-28T22:27:04.158 Not opened: HTTP Authentication failed; no valid credentials available. ws://127.0.0.1:4110/echo?subscription-key=•••',
        ],
      },
      {
        'ws://127.0.0.1:4311/chat?room=lobby': [
          '2026-11-28T22:27:04.251 Open: ws://127.0.0.1:4311/chat?room=•••, 101 Switching Protocols',
          '2026-11-28T22:27:04.255 received welcome',
          '2026-11-28T22:27:04.313 sent hello',
          '2026-11-28T22:27:04.316 received hello',
          '2026-11-28T22:27:04.374 sent ',
          '2026-11-28T22:27:04.376 received ',
          '2026-11-28T22:27:04.435 sent leave',
        ],
      },
      {
        'ws://127.0.0.1:4311/chat?room=lobby': [
          '2026-11-28T22:27:04.442 Open: ws://127.0.0.1:4311/chat?room=•••, 101 Switching Protocols',
          '2026-11-28T22:27:04.444 received welcome',
          '2026-11-28T22:27:04.504 sent leave',
        ],
      },
      {
        'ws://127.0.0.1:4311/fragments': [
          '2026-11-28T22:27:04.526 Open: ws://127.0.0.1:4311/fragments, 101 Switching Protocols',
          '2026-11-28T22:27:04.533 received one two',
          '2026-11-28T22:27:04.533 received []',
          '2026-11-28T22:27:04.533 received ',
          '2026-11-28T22:27:04.533 received [01 02 03]',
        ],
      },
      {
        'ws://127.0.0.1:4312/broken': [
          '2026-11-28T22:27:04.840 Open: ws://127.0.0.1:4312/broken, 101 Switching Protocols',
          '2026-11-28T22:27:04.944 received hi',
          '2026-11-28T22:27:05.045 Failed: Unrecognized frame opcode: 3',
        ],
      },
      {
        'wss://localhost:4316/live': [
          '2026-11-28T22:27:05.396 Open: wss://localhost:4316/live, 200',
          '2026-11-28T22:27:05.397 sent over HTTP/2',
          '2026-11-28T22:27:05.400 received over HTTP/2',
        ],
      },
      {
        'ws://127.0.0.1:4315/pending': [
          '2026-11-28T22:27:05.546 Not opened: the file does not say why. ws://127.0.0.1:4315/pending',
        ],
      },
    ]);
  });

  it('has the same of a WebSocket where it is sanitized', async () => {
    const [first] = await logsOf(CHROME_SANITIZED_RECORDING);
    expect(await logsOf(CHROME_RECORDING)).toContainEqual(first);
    expect(CHROME_RECORDING).toContain('local-session-cookie');
    expect(CHROME_SANITIZED_RECORDING).not.toContain('local-session-cookie');
    expect(CHROME_SANITIZED_RECORDING).toContain(KEPT_KEY);
  });
});

describe("Playwright's recording", () => {
  it('gives the log of each of its WebSockets, with why one failed', async () => {
    expect(await logsOf(PLAYWRIGHT_RECORDING)).toEqual([
      {
        [`ws://127.0.0.1:4110/echo?${KEPT_KEY}`]: [
          '2026-11-28T22:18:50.258 Open: ws://127.0.0.1:4110/echo?subscription-key=•••, 101 Switching Protocols',
          '2026-11-28T22:18:50.258 sent {"subscribe":"prices"}',
          '2026-11-28T22:18:50.364 sent Grüße nach 東京 🌍',
          '2026-11-28T22:18:50.370 received {"subscribe":"prices"}',
          '2026-11-28T22:18:50.371 received Grüße nach 東京 🌍',
          '2026-11-28T22:18:50.427 sent [00 ff 10]',
          '2026-11-28T22:18:50.432 received [00 ff 10]',
        ],
      },
      {
        // Playwright leaves out the two messages that are empty.
        'ws://127.0.0.1:4311/fragments': [
          '2026-11-28T22:18:50.892 Open: ws://127.0.0.1:4311/fragments, 101 Switching Protocols',
          '2026-11-28T22:18:50.894 received one two',
          '2026-11-28T22:18:50.896 received [01 02 03]',
        ],
      },
      {
        'ws://127.0.0.1:4312/broken': [
          '2026-11-28T22:18:51.204 Open: ws://127.0.0.1:4312/broken, 101 Switching Protocols',
          '2026-11-28T22:18:51.311 received hi',
          '2026-11-28T22:18:51.311 Failed: Unrecognized frame opcode: 3',
        ],
      },
      {
        'wss://localhost:4316/live': [
          '2026-11-28T22:18:51.572 Open: wss://localhost:4316/live, 200',
          '2026-11-28T22:18:51.577 sent over HTTP/2',
          '2026-11-28T22:18:51.580 received over HTTP/2',
        ],
      },
      {
        'ws://127.0.0.1:4399/nobody': [
          '2026-11-28T22:18:51.645 Not opened: Error in connection establishment: net::ERR_CONNECTION_REFUSED. ws://127.0.0.1:4399/nobody',
        ],
      },
      {
        'ws://127.0.0.1:4315/pending': [
          '2026-11-28T22:18:51.714 Not opened: the file does not say why. ws://127.0.0.1:4315/pending',
        ],
      },
    ]);
  });
});

describe("Firefox's recording", () => {
  it('is refused with a word on what it lacks', async () => {
    await expect(logsOf(FIREFOX_RECORDING)).rejects.toThrow(
      'a.har has 3 WebSockets, but not what was said: Firefox and Safari leave the messages out. Record it with Chrome, Edge or Playwright, or import the file as profiles.',
    );
  });
});
