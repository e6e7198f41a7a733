import { CircleCheck } from 'lucide-react';
import { formatCount } from '#domain/format/formatCount.ts';
import { Button } from '#ui/Button.tsx';
import { modifierKey } from '#ui/modifierKey.ts';
import type { ComposerControls } from './useComposer.ts';

export interface SendBarProps {
  readonly composer: ComposerControls;
  /** `isPointer` is false for a click that came from the keyboard. */
  readonly onSend: (isPointer: boolean) => void;
}

/** How much the message weighs, what keeps it from going, and the button. */
export function SendBar({ composer, onSend }: SendBarProps) {
  const { reading, draft, isOpen } = composer;
  const isValidJson =
    draft.mode === 'json' &&
    reading.kind === 'sendable' &&
    reading.warning === null &&
    draft.text.trim() !== '';
  return (
    <div className="flex items-center gap-3 text-xs text-ink-soft">
      {reading.kind === 'sendable' && (
        <span className="whitespace-nowrap tabular-nums">{byteCount(reading.byteLength)}</span>
      )}
      {isValidJson && (
        <span className="flex items-center gap-1 whitespace-nowrap">
          <CircleCheck aria-hidden className="size-3.5 text-good" />
          Valid JSON
        </span>
      )}
      <span className="flex-1 text-right">{!isOpen && 'Connect to send'}</span>
      <Button
        variant="primary"
        disabled={!isOpen || reading.kind !== 'sendable'}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={(event) => onSend(event.detail > 0)}
      >
        Send
        <kbd aria-hidden className="font-sans text-2xs">
          {modifierKey()}⏎
        </kbd>
      </Button>
    </div>
  );
}

function byteCount(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${formatCount(bytes)} bytes`;
}
