import { Folder } from 'lucide-react';
import { useId, useState } from 'react';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { exportRows } from './exportRows.ts';
import { profilesFileName } from './profilesFileName.ts';

export interface ExportProfilesDialogProps {
  /** All that can be exported. */
  readonly profiles: readonly Profile[];
  readonly onClose: () => void;
  readonly onExport: (profiles: readonly Profile[]) => void;
}

/** One level of folders, px. */
const INDENT = 16;

/** Which profiles go into a file. */
export function ExportProfilesDialog({ profiles, onClose, onExport }: ExportProfilesDialogProps) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<ProfileId>>(new Set());
  const formId = useId();
  const rows = exportRows(profiles);
  const chosen = profiles.filter(({ id }) => !leftOut.has(id));
  const setTaken = (ids: readonly ProfileId[], isTaken: boolean) => {
    const next = new Set(leftOut);
    for (const id of ids) {
      if (isTaken) next.delete(id);
      else next.add(id);
    }
    setLeftOut(next);
  };
  const isTaken = (ids: readonly ProfileId[]) => ids.every((id) => !leftOut.has(id));
  const allIds = profiles.map(({ id }) => id);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Export profiles"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} disabled={chosen.length === 0}>
            {chosen.length === 1 ? 'Save 1 profile' : `Save ${chosen.length} profiles`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) onExport(chosen);
        }}
      >
        {profiles.length === 0 && <p>There is no profile of your own yet.</p>}
        {profiles.length > 1 && (
          <Checkbox
            className="px-2.5 text-xs"
            isChecked={isTaken(allIds)}
            onCheckedChange={(isChecked) => setTaken(allIds, isChecked)}
            label={`All ${profiles.length} profiles`}
          />
        )}
        {rows.length > 0 && (
          <ul
            aria-label="Profiles to export"
            className="flex max-h-80 flex-col overflow-y-auto rounded-md border border-line py-1"
          >
            {rows.map(({ key, kind, name, depth, ids }) => (
              <li
                key={key}
                style={{ paddingLeft: 10 + depth * INDENT }}
                className="shrink-0 pr-2.5 [contain-intrinsic-size:auto_1.75rem] [content-visibility:auto]"
              >
                <Checkbox
                  className="h-7 max-w-full"
                  isChecked={isTaken(ids)}
                  onCheckedChange={(isChecked) => setTaken(ids, isChecked)}
                  label={
                    kind === 'folder' ? (
                      <span className="inline-flex items-center gap-1.5 font-medium wrap-anywhere">
                        <Folder aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
                        <span className="sr-only">Folder </span>
                        {name}
                      </span>
                    ) : (
                      <span className="wrap-anywhere">{name}</span>
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {chosen.length > 0 && (
          <p className="text-xs text-ink-soft">
            As <span className="font-mono wrap-anywhere">{profilesFileName(chosen)}</span>. Changes that are
            not saved go along; secrets stay on this device.
          </p>
        )}
      </form>
    </Dialog>
  );
}
