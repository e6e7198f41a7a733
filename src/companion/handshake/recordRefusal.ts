import type { UpgradeResponse } from '#domain/handshake/handshakeRecord.ts';
import type { Attempt } from './attempt.ts';
import type { BodyReading } from './readBody.ts';

/** Records a refusal: its head at once, its body when that is in, or when no more time is given to it. */
export async function recordRefusal(
  attempt: Attempt,
  response: UpgradeResponse,
  body: BodyReading,
  limitMs: number,
): Promise<void> {
  attempt.emit({ type: 'answered', response });
  const read = await attempt.race(body.done, limitMs, (resolve) => resolve(body.soFar()));
  attempt.emit({ type: 'body-read', body: read });
}
