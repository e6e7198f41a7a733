import { Folder } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/classNames.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface MoveDialogProps {
  readonly title: string;
  /** Where it is now. */
  readonly folder: string;
  /** Every folder there is, as paths. */
  readonly folders: readonly string[];
  readonly onClose: () => void;
  readonly onMove: (folder: string) => void;
  readonly onReturnFocus: () => void;
}

/** Where a profile belongs, or what a folder is to be called: a folder that is there, or a new one by its name. */
export function MoveDialog({
  title,
  folder: initial,
  folders,
  onClose,
  onMove,
  onReturnFocus,
}: MoveDialogProps) {
  const [folder, setFolder] = useState(initial);
  const fieldId = useId();
  const formId = useId();
  const hintId = useId();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onReturnFocus={onReturnFocus}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId}>
            Move
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          onMove(folder.trim());
        }}
      >
        <label htmlFor={fieldId} className="font-medium">
          Folder
        </label>
        <TextField
          id={fieldId}
          aria-describedby={hintId}
          value={folder}
          onValueChange={setFolder}
          placeholder="Top level"
        />
        <p id={hintId} className="text-xs text-ink-soft">
          A slash makes a folder within a folder, as in <span className="font-mono">Contoso/production</span>.
          Empty is the top level.
        </p>
        {folders.length > 0 && (
          <ul
            aria-label="Folders"
            className="mt-1 max-h-52 overflow-y-auto rounded-md border border-line p-1"
          >
            {folders.map((path) => (
              <li key={path}>
                <button
                  type="button"
                  aria-pressed={path === folder}
                  onClick={() => setFolder(path)}
                  className={classNames(
                    'flex h-7 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover',
                    path === folder && 'bg-selected',
                  )}
                >
                  <Folder aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
                  <span className="truncate">{path}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Dialog>
  );
}
