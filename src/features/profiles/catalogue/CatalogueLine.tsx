import { Globe } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { useStores } from '../../stores/StoresContext.ts';
import { useCatalogueNote } from './useCatalogueNote.ts';

/** One quiet line on where the catalogue is, while nothing is wrong with it. */
export function CatalogueLine() {
  const { catalogue } = useStores();
  const { note, isFetching, retry } = useCatalogueNote();
  if (note?.tone !== 'quiet') return null;
  return (
    <div className="mt-2 flex items-start gap-2 px-2 py-1 text-xs text-ink-soft">
      <Globe aria-hidden className="mt-1 size-3.5 shrink-0" />
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{note.text}</p>
      {note.action === 'show' && (
        <Button size="small" onClick={() => catalogue.getState().actions.askAgain()}>
          Show…
        </Button>
      )}
      {note.action === 'retry' && (
        <Button size="small" disabled={isFetching} onClick={retry}>
          Look again
        </Button>
      )}
    </div>
  );
}
