import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { HandshakeCheck } from '#domain/handshake/handshakeRecord.ts';

const VERDICTS = {
  kept: { icon: CircleCheck, tone: 'text-good', word: 'Kept' },
  broken: { icon: CircleX, tone: 'text-bad', word: 'Broken' },
  warning: { icon: TriangleAlert, tone: 'text-warn', word: 'Warning' },
} as const;

export function CheckList({ checks }: { readonly checks: readonly HandshakeCheck[] }) {
  return (
    <ul className="flex flex-col gap-1 text-xs">
      {checks.map((check) => {
        const { icon: Icon, tone, word } = VERDICTS[check.verdict];
        return (
          <li key={check.id} className="flex gap-2" title={check.source}>
            <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${tone}`} />
            <span className="min-w-0 wrap-anywhere">
              <span className="sr-only">{word}: </span>
              {check.rule}
              <span className="block font-mono text-2xs text-ink-soft">{check.seen}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
