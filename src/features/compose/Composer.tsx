import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { classNames } from '#ui/classNames.ts';
import { Notice } from '#ui/Notice.tsx';
import { useSession } from '../stores/useStores.ts';
import { ComposerToolbar } from './ComposerToolbar.tsx';
import { FileField } from './FileField.tsx';
import { MESSAGE_STATUS_ID, MessageField } from './MessageField.tsx';
import { SendBar } from './SendBar.tsx';
import { useComposer } from './useComposer.ts';

export interface ComposerProps {
  readonly profileId: ProfileId;
}

/** Where messages are written. What is typed stays, whatever the connection does. */
export function Composer({ profileId }: ComposerProps) {
  const composer = useComposer(profileId);
  const rejected = useSession(profileId, (session) => session.rejected);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isDropping, setDropping] = useState(false);
  const { draft, reading } = composer;
  const isFile = draft.mode === 'binary' && draft.binaryEncoding === 'file';
  const problem = reading.kind === 'sendable' ? reading.warning : reading.problem;

  /** A tester sends again, a little changed: the text stays, selected so that typing replaces it. */
  const send = () => {
    if (composer.send()) field.current?.select();
  };

  const dropTarget = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    onDrop(event: DragEvent) {
      const [file] = event.dataTransfer.files;
      setDropping(false);
      if (file === undefined) return;
      event.preventDefault();
      composer.chooseFile(file);
    },
  };

  return (
    <div
      className={classNames(
        'flex flex-col gap-1.5 border-t border-line p-2',
        isDropping ? 'bg-accent-soft' : 'bg-canvas',
      )}
      {...dropTarget}
    >
      <ComposerToolbar profileId={profileId} composer={composer} />
      {isFile ? (
        <FileField file={draft.file} onChoose={composer.chooseFile} onDrop={composer.dropFile} />
      ) : (
        <MessageField ref={field} composer={composer} onSend={send} hasProblem={problem !== null} />
      )}
      {problem !== null && (
        <Notice id={MESSAGE_STATUS_ID} tone={reading.kind === 'sendable' ? 'warn' : 'bad'}>
          {problem}
          {reading.kind === 'sendable' && ' You can send it as it stands.'}
        </Notice>
      )}
      {composer.gatewayNotes.map(({ tone, text }) => (
        <Notice key={text} tone={tone}>
          {text}
        </Notice>
      ))}
      {rejected !== null && (
        <div role="alert">
          <Notice tone="bad">{rejected.message}</Notice>
        </div>
      )}
      <SendBar
        composer={composer}
        onSend={(isPointer) => {
          send();
          if (isPointer) field.current?.focus();
        }}
      />
    </div>
  );
}
