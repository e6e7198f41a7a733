/** The size of the first of two parts: a share of both (0 to 1), or pixels that it keeps when the window changes. */
export interface SplitSize {
  readonly unit: 'share' | 'pixels';
  readonly value: number;
}

/** How far the first part can be moved, px. */
export interface SplitLimits {
  readonly min: number;
  readonly max: number;
}

export interface SplitBounds {
  /** CSS sizes: `240px` or `20%`. */
  readonly minSize: string;
  readonly maxSize?: string | undefined;
}

/** What each of the two parts allows the first, px, when both together have `total`. Too little room: the first keeps its least. */
export function splitLimits(total: number, first: SplitBounds, second: SplitBounds): SplitLimits {
  const min = Math.max(pixelsOf(first.minSize, total), total - pixelsOf(second.maxSize ?? '100%', total));
  const max = Math.min(pixelsOf(first.maxSize ?? '100%', total), total - pixelsOf(second.minSize, total));
  return { min, max: Math.max(min, max) };
}

/** Where the first part ends when it is moved to `pixels`. */
export function moveSplit(
  pixels: number,
  total: number,
  limits: SplitLimits,
  unit: SplitSize['unit'],
): SplitSize {
  const within = Math.min(Math.max(pixels, limits.min), limits.max);
  return { unit, value: unit === 'pixels' ? Math.round(within) : within / total };
}

export function parseSplitSize(size: string): SplitSize {
  const value = Number.parseFloat(size);
  return size.endsWith('%') ? { unit: 'share', value: value / 100 } : { unit: 'pixels', value };
}

/** As it was stored; `null` for what was stored by no one, or in another unit. */
export function readStoredSplit(text: string | null, unit: SplitSize['unit']): SplitSize | null {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  const isOfUnit = unit === 'share' ? value > 0 && value < 1 : value >= 1;
  return isOfUnit && Number.isFinite(value) ? { unit, value } : null;
}

function pixelsOf(size: string, total: number): number {
  const { unit, value } = parseSplitSize(size);
  return unit === 'pixels' ? value : value * total;
}
