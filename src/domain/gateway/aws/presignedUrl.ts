import { epochOfCivilTime } from '../../format/epochOfCivilTime.ts';
import { formatDateTime } from '../../format/formatDateTime.ts';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Evidence } from '../gateway.ts';

/** What a URL presigned with Signature Version 4 says of itself (gateways.md 5.2). */
interface PresignedUrl {
  /** Milliseconds since the epoch; `null` when its date or lifetime cannot be read. */
  readonly expiresAt: number | null;
  /** By the time of the attempt. */
  readonly isExpired: boolean;
}

/** `null` for a URL that is not presigned. */
export function presignedUrl({ url, startedAt }: HandshakeRecord): PresignedUrl | null {
  const query = new URL(url).searchParams;
  if (!query.has('X-Amz-Signature')) return null;
  const signedAt = readDate(query.get('X-Amz-Date') ?? '');
  const lifetimeS = /^\d+$/.exec(query.get('X-Amz-Expires') ?? '')?.[0];
  const expiresAt =
    signedAt === null || lifetimeS === undefined ? null : signedAt + Number(lifetimeS) * 1_000;
  return { expiresAt, isExpired: expiresAt !== null && expiresAt <= startedAt };
}

export function quotePresigned(record: HandshakeRecord): readonly Evidence[] {
  const presigned = presignedUrl(record);
  if (presigned === null) return [];
  const { expiresAt } = presigned;
  const quote = expiresAt === null ? 'presigned' : `good until ${formatDateTime(expiresAt)}`;
  return [{ where: 'X-Amz-Date, X-Amz-Expires', quote }];
}

/** ISO 8601 in its basic form: `20261122T120000Z`. */
function readDate(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return epochOfCivilTime({ year, month, day, hour, minute, second, millisecond: 0 });
}
