import type { MenuItem } from './MenuContent.tsx';
import { definePart } from './onDemand.ts';
import { WhenHere } from './WhenHere.tsx';

/** A point of the window, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MenuAtProps {
  readonly label: string;
  readonly point: Point;
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
  /** Puts the focus back where it was; called after `onClose`. */
  readonly onReturnFocus: () => void;
}

const POINT_MENU = definePart(async () => (await import('./PointMenu.tsx')).PointMenu);

/**
 * An open menu at a point, for lists whose rows share one menu: a menu a row costs more than the rows themselves once
 * there are a thousand.
 */
export function MenuAt(props: MenuAtProps) {
  return (
    <WhenHere part={POINT_MENU} isOpen onGiveUp={props.onClose}>
      {(PointMenu) => <PointMenu {...props} />}
    </WhenHere>
  );
}
