import { describe, expect, it } from 'vitest';
import type { Ending, Opened } from '#domain/connection/connection.ts';
import { endingFacts } from './endingFacts.ts';

const OPENED: Opened = { at: 1_000, subprotocol: null, extensions: null };
const ENDING: Ending = {
  at: 91_000,
  closeCode: 1001,
  reason: 'Going away',
  wasClean: true,
  by: 'remote',
  detail: null,
};

const textOf = (ending: Ending, lastTrafficAt: number | null) =>
  endingFacts(OPENED, ending, lastTrafficAt).map(({ name, value }) => `${name}: ${value}`);

describe('endingFacts', () => {
  it('says code, reason, who closed, how long it was open, and how long it was silent', () => {
    expect(textOf(ENDING, 31_000)).toEqual([
      'Close code: 1001 Going Away',
      'Reason: Going away',
      'Closed by: the server',
      'Open for: 1 min 30 s',
      'Last message: 1 min before the end',
    ]);
  });

  it('says that Postern closed where the server broke a rule', () => {
    const broken: Ending = { ...ENDING, closeCode: 1006, reason: '', wasClean: false, by: 'protocol-error' };
    expect(textOf(broken, 31_000)).toContain(
      'Closed by: Postern, because the server broke a rule of the protocol',
    );
  });

  it('says that there was no message, and leaves out a reason that was not given', () => {
    const cut: Ending = { ...ENDING, closeCode: 1006, reason: '', wasClean: false, by: 'network' };
    expect(textOf(cut, null)).toEqual([
      'Close code: 1006 Abnormal Closure',
      'Closed by: the network, without a closing handshake',
      'Open for: 1 min 30 s',
      'Last message: none went either way',
    ]);
  });
});
