/** Lengths in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** Between what a tooltip names and the tooltip, px. */
const GAP_PX = 4;

/** Between a tooltip and the edge of the window, px. */
const EDGE_PX = 8;

/** Above what it names and in the middle of it; below where there is no room above, and never beyond the window's sides. */
export function placeTooltip(
  anchor: Box,
  bubble: Size,
  page: Size,
): { readonly left: number; readonly top: number } {
  const above = anchor.top - GAP_PX - bubble.height;
  const below = anchor.top + anchor.height + GAP_PX;
  const hasRoomBelow = below + bubble.height <= page.height - EDGE_PX;
  const middle = anchor.left + anchor.width / 2 - bubble.width / 2;
  const rightmost = page.width - EDGE_PX - bubble.width;
  return {
    left: Math.max(EDGE_PX, Math.min(middle, rightmost)),
    top: above >= EDGE_PX || !hasRoomBelow ? above : below,
  };
}
