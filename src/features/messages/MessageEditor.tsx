import { useState } from 'react';
import type { ProfileId, SavedMessage, TypedMessage } from '#domain/profile/profile.ts';
import { readMessage } from '#domain/profile/readMessage.ts';
import {
  MAX_KEPT_MESSAGE_LENGTH,
  MAX_MESSAGE_NAME_LENGTH,
  renamingProblem,
  TOO_LONG,
  toMessageName,
} from '#domain/profile/savedMessages.ts';
import { FormField } from '#ui/FormField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useLookup } from '../stores/filling.ts';
import { useProfiles } from '../stores/useStores.ts';
import { BYTE_ENCODINGS, MESSAGE_MODES } from './messageFormats.ts';
import { secretWarning } from './useSavedMessages.ts';

export interface MessageEditorProps {
  readonly profileId: ProfileId;
  readonly messages: readonly SavedMessage[];
  readonly message: SavedMessage;
  readonly onChange: (fields: Partial<TypedMessage & Pick<SavedMessage, 'name'>>) => void;
}

/** One saved message to be changed. Give it the message's id as `key`: what cannot be kept as it was typed stands here only. */
export function MessageEditor({ profileId, messages, message, onChange }: MessageEditorProps) {
  const [name, setName] = useState(message.name);
  const [text, setText] = useState(message.text);
  const warning = useProfiles((state) => secretWarning(state, profileId, message));
  const nameProblem = renamingProblem(messages, message.id, name);
  const isTooLong = text.length > MAX_KEPT_MESSAGE_LENGTH;
  const reading = readMessage({ ...message, text }, useLookup());
  const textProblem = isTooLong ? TOO_LONG : reading.kind === 'sendable' ? reading.warning : reading.problem;
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-2.5 text-xs">
      <FormField label="Name" note={nameProblem === null ? null : { tone: 'bad', text: nameProblem }}>
        {(control) => (
          <TextField
            {...control}
            value={name}
            maxLength={MAX_MESSAGE_NAME_LENGTH}
            isInvalid={nameProblem !== null}
            onValueChange={(typed) => {
              setName(typed);
              if (renamingProblem(messages, message.id, typed) === null)
                onChange({ name: toMessageName(typed) });
            }}
            onBlur={() => setName(message.name)}
          />
        )}
      </FormField>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Format of the message"
          value={message.mode}
          options={MESSAGE_MODES}
          onValueChange={(mode) => onChange({ mode })}
        />
        {message.mode === 'binary' && (
          <Segmented
            label="Bytes written as"
            value={message.binaryEncoding}
            options={BYTE_ENCODINGS}
            onValueChange={(binaryEncoding) => onChange({ binaryEncoding })}
          />
        )}
      </div>
      <TextArea
        aria-label="Text of the message"
        value={text}
        isInvalid={isTooLong || reading.kind === 'unsendable'}
        onValueChange={(typed) => {
          setText(typed);
          if (typed.length <= MAX_KEPT_MESSAGE_LENGTH) onChange({ text: typed });
        }}
        className="min-h-32 flex-1"
      />
      {textProblem !== null && (
        <Notice tone={isTooLong || reading.kind === 'unsendable' ? 'bad' : 'warn'}>{textProblem}</Notice>
      )}
      {warning !== null && <Notice tone="warn">{warning}</Notice>}
    </div>
  );
}
