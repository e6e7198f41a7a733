import { describe, expect, it } from 'vitest';
import { exportFileName } from './exportFileName.ts';

const NOON = Date.UTC(2026, 10, 22, 12, 1, 7, 131);

describe('exportFileName', () => {
  it('joins the name of the profile and the time', () => {
    expect(exportFileName('Contoso staging', 'jsonl', NOON, 0)).toBe(
      'Contoso-staging-2026-11-22T12-01-07.jsonl',
    );
  });

  it('writes the time of the place, as Date.getTimezoneOffset gives it', () => {
    expect(exportFileName('echo', 'jsonl', NOON, -60)).toBe('echo-2026-11-22T13-01-07.jsonl');
  });

  it('takes out what file systems refuse and keeps letters of any script', () => {
    expect(exportFileName('../APIM: écho/эхо?', 'jsonl', NOON, 0)).toBe(
      'APIM-écho-эхо-2026-11-22T12-01-07.jsonl',
    );
  });

  it('has a name for a profile without one', () => {
    expect(exportFileName(' ', 'jsonl', NOON, 0)).toBe('messages-2026-11-22T12-01-07.jsonl');
  });

  it('cuts a long name', () => {
    expect(exportFileName('a'.repeat(300), 'jsonl', NOON, 0)).toHaveLength(
      80 + '-2026-11-22T12-01-07.jsonl'.length,
    );
  });

  it('ends in the form', () => {
    expect(exportFileName('echo', 'har', NOON, 0)).toBe('echo-2026-11-22T12-01-07.har');
  });
});
