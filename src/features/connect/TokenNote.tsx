import { describeJwt } from '#domain/profile/readJwt.ts';
import type { Jwt } from '#domain/profile/readJwt.ts';
import { useNow } from '../stores/useNow.ts';

export interface TokenNoteProps {
  readonly token: Jwt;
}

/** What a token says of itself, its remaining time counting down. Read on the device; its signature is not checked. */
export function TokenNote({ token }: TokenNoteProps) {
  const now = useNow();
  return (
    <p
      className="truncate text-2xs text-ink-soft tabular-nums"
      title={[
        `Read on this device; the signature is not checked.`,
        token.issuer === null ? '' : `iss ${token.issuer}`,
        token.expiresAt === null ? '' : `exp ${new Date(token.expiresAt).toLocaleString()}`,
      ]
        .filter((part) => part !== '')
        .join('\n')}
    >
      {describeJwt(token, now)}
    </p>
  );
}
