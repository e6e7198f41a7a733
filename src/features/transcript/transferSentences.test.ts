import { describe, expect, it } from 'vitest';
import { IMPORTED } from '#engine/testing/fakeEngine.ts';
import { exportSentences } from './exportSentences.ts';
import { importRemarks, isRemarkable } from './importRemarks.ts';

describe('exportSentences', () => {
  it('says how much there is, and that nothing had to be masked', () => {
    expect(exportSentences({ entries: 1, bytes: 3_200, masked: 0, missing: 0 }, false)).toEqual({
      extent: '1 entry, 3.2 kB',
      masked: 'No message had a known secret in it, so every byte of them is in the file.',
      missing: null,
    });
  });

  it('says what masking did and what is missing', () => {
    expect(exportSentences({ entries: 4_031, bytes: 3_200, masked: 2, missing: 1_200 }, false)).toEqual({
      extent: '4,031 entries, 3.2 kB',
      masked: 'Secrets are masked in 2 entries: in the file, those are not what was on the wire.',
      missing:
        '1,200 entries had gone from the log before they could be written: newer ones took their room. The file says so at its end.',
    });
  });

  it('says nothing of masks where secrets are in the clear', () => {
    expect(exportSentences({ entries: 1, bytes: 1, masked: 0, missing: 0 }, true).masked).toBeNull();
  });
});

describe('importRemarks', () => {
  it('has nothing to say of a log that is whole', () => {
    expect(importRemarks(IMPORTED)).toEqual([]);
    expect(isRemarkable(IMPORTED)).toBe(false);
    expect(isRemarkable({ ...IMPORTED, problemCount: 1 })).toBe(true);
  });

  it('says what is not as it was', () => {
    const fields = { gone: 1, missing: 3, masked: 2, isRenumbered: true, logId: null };
    expect(importRemarks({ ...IMPORTED, ...fields })).toEqual([
      'The oldest 1 entry found no room: the settings say how much of a log is kept.',
      '3 entries had gone from the log when the file was written.',
      'In 2 entries secrets are masked: those are not what was on the wire.',
      'The file leaves entries out, so the entries are numbered anew, one after the other.',
      'This device keeps no logs: the import lasts until the page is closed.',
    ]);
  });
});
