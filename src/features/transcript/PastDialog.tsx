import { Trash2, Upload } from 'lucide-react';
import { describePast } from '#domain/connection/describePast.ts';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { usePastConnections, useSession } from '../stores/useStores.ts';

export interface PastDialogProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
}

/** The past connections of a profile, newest first, to be shown or deleted. */
export function PastDialog({ profileId, onClose }: PastDialogProps) {
  const { connections, notices, pastConnections } = useStores();
  const list = usePastConnections(profileId);
  const shownId = useSession(profileId, (session) => session.past?.id ?? null);
  const { showPast, showOwn } = connections.getState().actions;
  const fail = (error: unknown) =>
    notices.getState().actions.show(error instanceof Error ? error.message : String(error));

  const show = (past: PastConnection) => {
    showPast(profileId, past).catch(fail);
    onClose();
  };
  const remove = (id: string) => {
    if (id === shownId) showOwn(profileId);
    pastConnections.getState().actions.remove(id).catch(fail);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Past connections"
      footer={
        <Button
          onClick={() => {
            onClose();
            document.getElementById('import-log')?.click();
          }}
        >
          <Upload aria-hidden className="size-3.5" />
          Import a log…
        </Button>
      }
    >
      <p className="pb-2 text-xs text-ink-soft">
        Logs of this profile from before this page was opened, as this device keeps them, and those that were
        imported. How much it keeps is one of the settings.
      </p>
      {list.length === 0 ? (
        <p className="py-4 text-center text-sm text-ink-soft">There are none yet.</p>
      ) : (
        <ul aria-label="Past connections" className="flex flex-col">
          {list.map((past) => (
            <PastRow
              key={past.id}
              past={past}
              isShown={past.id === shownId}
              onShow={() => show(past)}
              onRemove={() => remove(past.id)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

interface PastRowProps {
  readonly past: PastConnection;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onRemove: () => void;
}

function PastRow({ past, isShown, onShow, onRemove }: PastRowProps) {
  const { began, extent, ending } = describePast(past, new Date(past.startedAt).getTimezoneOffset());
  return (
    <li className="flex items-center gap-2 border-b border-line py-1.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="tabular-nums">
          {began} <span className="text-ink-soft">· {extent}</span>
        </p>
        {past.importedFrom !== null && <p className="truncate text-xs">Imported from {past.importedFrom}</p>}
        <p className="truncate text-xs text-ink-soft" title={ending}>
          {ending}
        </p>
      </div>
      <Button size="small" disabled={isShown} onClick={onShow} aria-label={`Show the log of ${began}`}>
        {isShown ? 'Shown' : 'Show'}
      </Button>
      <IconButton size="small" label={`Delete the log of ${began}`} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}
