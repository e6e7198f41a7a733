import { assertNever } from '#domain/assertNever.ts';
import type { ConnectionPhase } from '#domain/connection/connection.ts';

/** What a list of profiles tells of a connection. */
export type ProfileStatus = 'connecting' | 'open' | 'closing' | 'failed' | 'closed';

/** `null` for a profile that has not been tried yet, or whose attempt the person stopped. */
export function profileStatus(phase: ConnectionPhase['kind']): ProfileStatus | null {
  switch (phase) {
    case 'idle':
      return null;
    case 'connecting':
    case 'open':
    case 'closing':
    case 'failed':
    case 'closed':
      return phase;
    default:
      return assertNever(phase);
  }
}

export const STATUS_WORDS: Readonly<Record<ProfileStatus, string>> = {
  connecting: 'connecting',
  open: 'open',
  closing: 'closing',
  failed: 'failed',
  closed: 'closed',
};

/** Which one a closed folder shows of those within: whatever holds a socket first, then what went wrong. */
const BY_WEIGHT: readonly ProfileStatus[] = ['connecting', 'open', 'closing', 'failed', 'closed'];

export function weightiestStatus(statuses: readonly (ProfileStatus | null)[]): ProfileStatus | null {
  return BY_WEIGHT.find((status) => statuses.includes(status)) ?? null;
}

/** True while the profile holds a socket, so that the button beside it ends rather than begins. */
export function isLive(status: ProfileStatus | null): boolean {
  return status === 'connecting' || status === 'open' || status === 'closing';
}
