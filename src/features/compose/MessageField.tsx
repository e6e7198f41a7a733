import type { KeyboardEvent, Ref } from 'react';
import { TextArea } from '#ui/TextArea.tsx';
import { useSettings } from '../stores/useStores.ts';
import type { Composer } from '#state/draftMessagesStore.ts';
import { isSendKey } from './isSendKey.ts';
import type { ComposerControls } from './useComposer.ts';

/** Of the notice that says what is wrong with the message. */
export const MESSAGE_STATUS_ID = 'message-status';

export interface MessageFieldProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly composer: ComposerControls;
  /** Whether the notice of that id is there. */
  readonly hasProblem: boolean;
  readonly onSend: () => void;
}

export function MessageField({ ref, composer, hasProblem, onSend }: MessageFieldProps) {
  const isEnterSending = useSettings((state) => state.isEnterSending);
  const { draft, reading } = composer;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, nativeEvent } = event;
    const pressed = { key, ctrlKey, metaKey, shiftKey, altKey, isComposing: nativeEvent.isComposing };
    if (isSendKey(pressed, isEnterSending)) {
      // Also when it cannot be sent: elsewhere the same keys connect and disconnect.
      event.preventDefault();
      onSend();
    } else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      composer.walkHistory(key === 'ArrowUp' ? 1 : -1);
    }
  };

  return (
    <TextArea
      ref={ref}
      id="message"
      aria-label="Message"
      aria-describedby={hasProblem ? MESSAGE_STATUS_ID : undefined}
      isInvalid={reading.kind === 'unsendable'}
      placeholder={placeholderOf(draft)}
      rows={3}
      value={draft.text}
      onValueChange={composer.setText}
      onKeyDown={onKeyDown}
      className="field-sizing-content max-h-48 min-h-17"
    />
  );
}

function placeholderOf({ mode, binaryEncoding }: Composer): string {
  if (mode === 'text') return 'Text to send';
  if (mode === 'json') return '{ "action": "echo", "data": "Hello" }';
  return binaryEncoding === 'hex' ? '48 65 6c 6c 6f' : 'SGVsbG8=';
}
