import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

import { classNames } from './classNames.ts';
import { deviceStorage } from './deviceStorage.ts';

export interface SplitPaneProps {
  /** Names the stored sizes; unique on the page. */
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly first: SplitPart;
  /** `null` while there is nothing to show beside the first, which stays as it is. */
  readonly second: SplitPart | null;
}

export interface SplitPart {
  readonly content: ReactNode;
  /** CSS sizes, for example `240px` or `40%`. */
  readonly size?: string;
  readonly minSize?: string;
  readonly maxSize?: string;
  /** Keeps its pixels, not its share, when the window changes. */
  readonly keepsPixels?: boolean;
}

/** Two parts and a separator between them that moves by pointer and by arrow keys; sizes stay over reloads. */
export function SplitPane({ id, orientation, first, second }: SplitPaneProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `postern-${id}`,
    storage: deviceStorage,
  });
  return (
    <Group
      orientation={orientation}
      className="min-h-0 min-w-0"
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      <Part id={`${id}-first`} part={first} />
      {second !== null && (
        <>
          <Separator
            className={classNames(
              'bg-line outline-offset-0 hover:bg-accent data-[separator=active]:bg-accent',
              orientation === 'horizontal' ? 'w-px' : 'h-px',
            )}
            aria-label="Resize"
          />
          <Part id={`${id}-second`} part={second} />
        </>
      )}
    </Group>
  );
}

function Part({ id, part }: { readonly id: string; readonly part: SplitPart }) {
  return (
    <Panel
      id={id}
      defaultSize={part.size}
      minSize={part.minSize ?? '10%'}
      maxSize={part.maxSize ?? '100%'}
      groupResizeBehavior={part.keepsPixels === true ? 'preserve-pixel-size' : 'preserve-relative-size'}
      className="flex min-h-0 min-w-0 flex-col"
    >
      {part.content}
    </Panel>
  );
}
