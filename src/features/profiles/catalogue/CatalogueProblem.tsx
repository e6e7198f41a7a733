import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { FileProblems } from '../FileProblems.tsx';
import { useCatalogueNote } from './useCatalogueNote.ts';

/** Why the catalogue is not in the list, or not as it should be; and a way to try again. */
export function CatalogueProblem() {
  const { note, isFetching, retry } = useCatalogueNote();
  if (note?.tone !== 'problem') return null;
  return (
    <div role="alert" className="px-2 pt-2">
      <Notice tone="warn">
        <p>{note.text}</p>
        {note.problems.length > 0 && <FileProblems problems={note.problems} />}
        {note.meanwhile !== '' && <p>{note.meanwhile}</p>}
        {note.action === 'retry' && (
          <Button size="small" className="mt-1.5" disabled={isFetching} onClick={retry}>
            Retry
          </Button>
        )}
      </Notice>
    </div>
  );
}
