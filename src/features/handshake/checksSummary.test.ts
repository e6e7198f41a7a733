import { describe, expect, it } from 'vitest';
import type { HandshakeCheck } from '#domain/handshake/handshakeRecord.ts';
import { checksSummary } from './checksSummary.ts';
import { statusTone } from './statusTone.ts';

const check = (verdict: HandshakeCheck['verdict']): HandshakeCheck => ({
  id: 'upgrade',
  verdict,
  rule: '',
  seen: '',
  source: '',
});

describe('checksSummary', () => {
  it.each([
    [['kept', 'kept'], 'all kept', 'good'],
    [['kept', 'warning'], '1 warning', 'warn'],
    [['warning', 'warning'], '2 warnings', 'warn'],
    [['broken', 'warning', 'kept'], '1 broken', 'bad'],
  ] as const)('%j is “%s”', (verdicts, text, tone) => {
    expect(checksSummary(verdicts.map(check))).toEqual({ text, tone });
  });
});

describe('statusTone', () => {
  it.each([
    [101, 'good'],
    [200, 'bad'],
    [302, 'warn'],
    [401, 'bad'],
    [502, 'bad'],
  ])('%i is %s', (status, tone) => {
    expect(statusTone(status)).toBe(tone);
  });
});
