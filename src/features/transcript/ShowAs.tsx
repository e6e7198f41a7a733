import { Segmented } from '#ui/Segmented.tsx';
import type { EntryView } from './entryReading.ts';

const VIEW_LABELS: Readonly<Record<EntryView, string>> = {
  text: 'Text',
  json: 'JSON',
  hex: 'Hex',
  decoded: 'Decoded',
};

export interface ShowAsProps {
  /** The accessible name of the choice. */
  readonly label: string;
  readonly views: readonly EntryView[];
  readonly view: EntryView;
  readonly onViewChange: (view: EntryView) => void;
}

export function ShowAs({ label, views, view, onViewChange }: ShowAsProps) {
  return (
    <Segmented
      label={label}
      value={view}
      options={views.map((value) => ({ value, label: VIEW_LABELS[value] }))}
      onValueChange={onViewChange}
    />
  );
}
