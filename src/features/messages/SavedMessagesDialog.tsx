import { Bookmark, CornerDownLeft, Send } from 'lucide-react';
import { useState } from 'react';
import { moveRow, removeRow } from '#domain/profile/editRows.ts';
import type { ProfileId, SavedMessage } from '#domain/profile/profile.ts';
import { readMessage } from '#domain/profile/readMessage.ts';
import { duplicateMessage, MAX_SAVED_MESSAGES, noMoreRoom } from '#domain/profile/savedMessages.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { liveLookup, useLookup } from '../stores/filling.ts';
import { newId } from '../stores/newId.ts';
import { putMessage } from '../stores/putMessage.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useConnections, useSession } from '../stores/useStores.ts';
import { MessageEditor } from './MessageEditor.tsx';
import { SavedMessageList } from './SavedMessageList.tsx';
import { useSavedMessages } from './useSavedMessages.ts';

export interface SavedMessagesDialogProps {
  readonly profileId: ProfileId;
  readonly onClose: () => void;
  readonly onReturnFocus?: () => void;
}

/** What was just done here, said at the foot of the dialog. */
type Done =
  | { readonly kind: 'sent'; readonly name: string }
  | { readonly kind: 'deleted'; readonly message: SavedMessage; readonly index: number };

/** The messages of a profile, to be put in order, changed, sent, and put into the composer. */
export function SavedMessagesDialog({ profileId, onClose, onReturnFocus }: SavedMessagesDialogProps) {
  const stores = useStores();
  const { messages, change, changeOne } = useSavedMessages(profileId);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { send } = useConnections((state) => state.actions);
  const isOpen = useSession(profileId, (session) => session.connection.phase.kind === 'open') ?? false;
  const selected = messages.find(({ id }) => id === selectedId) ?? messages[0] ?? null;
  const lookup = useLookup();
  const canSend = isOpen && selected !== null && readMessage(selected, lookup).kind === 'sendable';

  const remove = (removed: SavedMessage) => {
    const index = messages.indexOf(removed);
    const next = messages[index + 1] ?? messages[index - 1];
    change((rows) => removeRow(rows, removed.id));
    setSelectedId(next?.id ?? null);
    setDone({ kind: 'deleted', message: removed, index });
  };
  const undo = ({ message: removed, index }: Extract<Done, { kind: 'deleted' }>) => {
    change((rows) => rows.toSpliced(index, 0, removed));
    setSelectedId(removed.id);
    setDone(null);
  };
  const duplicate = (original: SavedMessage) => {
    const id = newId();
    change((rows) => duplicateMessage(rows, original.id, () => id));
    setSelectedId(id);
  };
  const sendNow = (chosen: SavedMessage) => {
    const reading = readMessage(chosen, liveLookup(stores.profiles.getState()));
    if (reading.kind !== 'sendable') return;
    send(profileId, reading.message, [chosen.name]);
    setDone({ kind: 'sent', name: chosen.name });
  };
  const putIn = (chosen: SavedMessage) => {
    putMessage(stores, profileId, chosen);
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={(next) => !next && onClose()}
      title="Saved messages"
      {...(onReturnFocus !== undefined && { onReturnFocus })}
      footer={
        <>
          <output className="mr-auto flex min-w-0 items-center gap-1 self-center text-xs text-ink-soft">
            <span className="truncate">{sentenceOf(done, messages.length, isOpen)}</span>
            {done?.kind === 'deleted' && (
              <Button
                variant="quiet"
                size="small"
                className="font-medium text-accent! hover:text-accent-strong!"
                onClick={() => undo(done)}
              >
                Undo
              </Button>
            )}
          </output>
          <Button disabled={selected === null} onClick={() => selected !== null && putIn(selected)}>
            <CornerDownLeft aria-hidden className="size-3.5" />
            Put in<span className="-ml-0.5 max-md:hidden">the composer</span>
          </Button>
          <Button
            variant="primary"
            disabled={!canSend}
            onClick={() => selected !== null && sendNow(selected)}
          >
            <Send aria-hidden className="size-3.5" />
            Send
          </Button>
        </>
      }
    >
      <div className="grid h-[min(26rem,60dvh)] grid-cols-[13rem_minmax(0,1fr)] gap-3 max-md:h-auto max-md:grid-cols-1">
        {selected === null ? (
          <div className="col-span-full">
            <EmptyState icon={<Bookmark />} title="No saved messages">
              Write one and choose “Save this message…” beside it. It is kept with this profile.
            </EmptyState>
          </div>
        ) : (
          <>
            <SavedMessageList
              messages={messages}
              selected={selected}
              canDuplicate={messages.length < MAX_SAVED_MESSAGES}
              onSelect={setSelectedId}
              onMove={(offset) => {
                setSelectedId(selected.id);
                change((rows) => moveRow(rows, selected.id, offset));
              }}
              onDuplicate={() => duplicate(selected)}
              onRemove={() => remove(selected)}
              onChoose={() => putIn(selected)}
            />
            <MessageEditor
              key={selected.id}
              profileId={profileId}
              messages={messages}
              message={selected}
              onChange={(fields) => changeOne(selected.id, fields)}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function sentenceOf(done: Done | null, count: number, isOpen: boolean): string {
  if (done?.kind === 'deleted') return `Deleted “${done.message.name}”.`;
  if (done?.kind === 'sent') return `Sent “${done.name}”.`;
  if (count >= MAX_SAVED_MESSAGES) return noMoreRoom();
  return isOpen || count === 0 ? '' : 'Connect to send';
}
