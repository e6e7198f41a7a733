import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NOTICE_MS, NOTICE_WITH_ACTION_MS } from '#state/noticesStore.ts';
import type { Notice } from '#state/noticesStore.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';

export interface NoticeCardProps {
  readonly notice: Notice;
  /** While true the notice stays; when it ends, its time begins anew. */
  readonly isHeld: boolean;
  readonly onDismiss: () => void;
}

export function NoticeCard({ notice, isHeld, onDismiss }: NoticeCardProps) {
  const { text, action } = notice;
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  const lifetimeMs = action === undefined ? NOTICE_MS : NOTICE_WITH_ACTION_MS;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismiss.current(), lifetimeMs);
    return () => clearTimeout(timer);
  }, [isHeld, lifetimeMs]);
  return (
    <div className="pointer-events-auto flex items-center gap-1 rounded-lg border border-line bg-raised py-1 pr-1 pl-3 text-xs shadow-raised">
      <p className="min-w-0 flex-1 py-1 wrap-anywhere">{text}</p>
      {action !== undefined && (
        <Button
          variant="quiet"
          size="small"
          className="font-medium text-accent! hover:text-accent-strong!"
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label="Dismiss" icon={<X />} onClick={onDismiss} />
    </div>
  );
}
