import { describeExpiry } from '#domain/token/describeExpiry.ts';
import { Notice } from '#ui/Notice.tsx';
import { useNow } from '../stores/useNow.ts';
import type { TokenResult } from './tokenResult.ts';

/** Where the token is now, and how long it lasts. */
export function TokenResultView({ result }: { readonly result: TokenResult }) {
  const now = useNow();
  return (
    <div className="flex flex-col gap-3">
      <div role="alert">
        <Notice tone="good">
          {result.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      </div>
      <p className="px-2.5 tabular-nums">{describeExpiry(result.expiresAt, now)}</p>
    </div>
  );
}
