import { Server } from 'lucide-react';
import type { LocalGatewaysNote } from './localGatewaysNote.ts';

export interface LocalGatewaysLineProps {
  readonly note: LocalGatewaysNote;
}

export function LocalGatewaysLine({ note }: LocalGatewaysLineProps) {
  return (
    <p className="mt-2 flex gap-2 px-2 py-1 text-xs text-ink-soft">
      <Server aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {note.text}{' '}
        {note.command !== null && <code className="rounded bg-hover px-1 font-mono">{note.command}</code>}
      </span>
    </p>
  );
}
