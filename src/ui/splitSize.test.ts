import { describe, expect, test } from 'vitest';
import { moveSplit, parseSplitSize, readStoredSplit, splitLimits } from './splitSize.ts';

describe('splitLimits', () => {
  test('the first part has its own least and most', () => {
    expect(splitLimits(1_440, { minSize: '180px', maxSize: '420px' }, { minSize: '480px' })).toEqual({
      min: 180,
      max: 420,
    });
  });

  test('the second part keeps its least', () => {
    expect(splitLimits(800, { minSize: '180px', maxSize: '420px' }, { minSize: '480px' })).toEqual({
      min: 180,
      max: 320,
    });
  });

  test('shares are of both parts together', () => {
    expect(splitLimits(500, { minSize: '20%' }, { minSize: '10%' })).toEqual({ min: 100, max: 450 });
  });

  test('the most of the second is a least of the first', () => {
    expect(splitLimits(500, { minSize: '20px' }, { minSize: '20px', maxSize: '300px' })).toEqual({
      min: 200,
      max: 480,
    });
  });

  test('with too little room for both, the first keeps its least', () => {
    expect(splitLimits(400, { minSize: '280px' }, { minSize: '240px' })).toEqual({ min: 280, max: 280 });
  });
});

describe('moveSplit', () => {
  const limits = { min: 100, max: 400 };

  test('stops at the limits', () => {
    expect(moveSplit(20, 500, limits, 'pixels')).toEqual({ unit: 'pixels', value: 100 });
    expect(moveSplit(900, 500, limits, 'pixels')).toEqual({ unit: 'pixels', value: 400 });
  });

  test('gives whole pixels, or a share of both', () => {
    expect(moveSplit(250.4, 500, limits, 'pixels')).toEqual({ unit: 'pixels', value: 250 });
    expect(moveSplit(250, 500, limits, 'share')).toEqual({ unit: 'share', value: 0.5 });
  });
});

test('a size is a share or pixels', () => {
  expect(parseSplitSize('58%')).toEqual({ unit: 'share', value: 0.58 });
  expect(parseSplitSize('248px')).toEqual({ unit: 'pixels', value: 248 });
});

test('what was stored is taken only when it can be a size of that unit', () => {
  expect(readStoredSplit('260', 'pixels')).toEqual({ unit: 'pixels', value: 260 });
  expect(readStoredSplit('0.4', 'share')).toEqual({ unit: 'share', value: 0.4 });
  for (const text of [null, '', 'wide', '260', '-1', 'Infinity']) {
    expect(readStoredSplit(text, 'share')).toBeNull();
  }
  for (const text of [null, '', '0.4', '{"nav":[20,80]}', 'Infinity']) {
    expect(readStoredSplit(text, 'pixels')).toBeNull();
  }
});
