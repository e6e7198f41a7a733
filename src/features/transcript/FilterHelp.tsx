import { CircleHelp } from 'lucide-react';
import { Suspense } from 'react';
import { IconButton } from '#ui/IconButton.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { Popover } from '#ui/Popover.tsx';
import type { FilterHelpListProps } from './FilterHelpList.tsx';

const FilterHelpList = onDemand(async () => (await import('./FilterHelpList.tsx')).FilterHelpList);

/** The button beside the search field that says what can be asked. */
export function FilterHelp({ onChoose }: FilterHelpListProps) {
  return (
    <Popover
      label="Help with searching"
      trigger={<IconButton size="small" label="What can be searched for" icon={<CircleHelp />} />}
    >
      <Suspense>
        <FilterHelpList onChoose={onChoose} />
      </Suspense>
    </Popover>
  );
}
