import { describe, expect, it } from 'vitest';
import { EMPTY_SUMMARY } from '#domain/transcript/entry.ts';
import { emptyLog, emptyPastLog } from './emptyLog.ts';

describe('emptyLog', () => {
  it.each(['idle', 'closed', 'failed'] as const)('asks to connect while %s with nothing logged', (phase) => {
    expect(emptyLog(phase, EMPTY_SUMMARY)).toBe('unconnected');
  });

  it('waits for the handshake while connecting', () => {
    expect(emptyLog('connecting', EMPTY_SUMMARY)).toBe('connecting');
  });

  it('is silent while open with no entry but the one that says so', () => {
    expect(emptyLog('open', EMPTY_SUMMARY)).toBe('silent');
    expect(emptyLog('open', { ...EMPTY_SUMMARY, total: 1, matching: 1 })).toBe('silent');
  });

  it('has something to show once a message went either way', () => {
    expect(emptyLog('open', { ...EMPTY_SUMMARY, total: 2, matching: 2, sent: 1 })).toBeNull();
    expect(emptyLog('open', { ...EMPTY_SUMMARY, total: 2, matching: 2, received: 1 })).toBeNull();
  });

  it('keeps the log of a connection that ended', () => {
    expect(emptyLog('closed', { ...EMPTY_SUMMARY, total: 2, matching: 2 })).toBeNull();
  });

  it('says that the filter hides every entry, whatever the phase', () => {
    expect(emptyLog('open', { ...EMPTY_SUMMARY, total: 9, received: 9 })).toBe('unmatched');
    expect(emptyLog('closed', { ...EMPTY_SUMMARY, total: 9, received: 9 })).toBe('unmatched');
  });
});

it('a past connection is read before it has anything to match', () => {
  expect(emptyPastLog(EMPTY_SUMMARY)).toBe('reading');
  expect(emptyPastLog({ ...EMPTY_SUMMARY, total: 3 })).toBe('unmatched');
  expect(emptyPastLog({ ...EMPTY_SUMMARY, total: 3, matching: 1 })).toBeNull();
});
