import { Copy } from 'lucide-react';
import { measuresToJson, measuresToText } from '#domain/transcript/describeMeasures.ts';
import type { Measures } from '#domain/transcript/measures.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { useNotices } from '../stores/useStores.ts';

/** The figures for the clipboard. */
export function CopyMeasures({ measures }: { readonly measures: Measures | null }) {
  const { show } = useNotices((state) => state.actions);
  const copy = async (what: string, write: (measures: Measures) => string) => {
    if (measures === null) return;
    try {
      await navigator.clipboard.writeText(write(measures));
      show(`Copied as ${what}.`);
    } catch {
      show('The browser did not allow copying. Select the figures and copy them by hand.');
    }
  };
  return (
    <Menu
      trigger={
        <IconButton size="small" label="Copy the measures" icon={<Copy />} disabled={measures === null} />
      }
      groups={[
        [
          { label: 'Copy as text', icon: <Copy />, onSelect: () => void copy('text', measuresToText) },
          { label: 'Copy as JSON', icon: <Copy />, onSelect: () => void copy('JSON', measuresToJson) },
        ],
      ]}
    />
  );
}
