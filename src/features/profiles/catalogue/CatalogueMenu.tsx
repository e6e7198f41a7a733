import { EyeOff, Import, RefreshCw } from 'lucide-react';
import { PointMenu } from '#ui/PointMenu.tsx';
import type { PointMenuProps } from '#ui/PointMenu.tsx';

export interface CatalogueMenuProps extends Omit<PointMenuProps, 'label' | 'groups'> {
  readonly site: string;
  readonly onRefresh: () => void;
  readonly onCopyAll: () => void;
  /** `null` for the page's own site, which needs no agreement. */
  readonly onForget: (() => void) | null;
}

/** The menu of a catalogue's group in the list of profiles. */
export function CatalogueMenu({ site, onRefresh, onCopyAll, onForget, ...rest }: CatalogueMenuProps) {
  return (
    <PointMenu
      {...rest}
      label={`Actions for the catalogue of ${site}`}
      groups={[
        [
          { label: 'Refresh', icon: <RefreshCw />, onSelect: onRefresh },
          { label: 'Save a copy of all…', icon: <Import />, onSelect: onCopyAll },
        ],
        ...(onForget === null
          ? []
          : [[{ label: `Forget ${site}`, icon: <EyeOff />, isDangerous: true, onSelect: onForget }]]),
      ]}
    />
  );
}
