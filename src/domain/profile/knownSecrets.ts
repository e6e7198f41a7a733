import type { ConnectionRequest } from '../connection/connectionRequest.ts';
import type { KnownSecrets } from '../transcript/transfer/maskPayload.ts';
import type { Profile, Secrets } from './profile.ts';
import type { LabelledSecret } from './variables/environmentSecrets.ts';
import { secretIdsOf } from './secretIdsOf.ts';
import { secretParts } from './secretParts.ts';
import { secretNames } from './secretNames.ts';
import { secretsOfRequest } from './secretsOfRequest.ts';

/**
 * All that is known to be secret about a profile: its secrets as they are, those of the environments, which may have been
 * sent in messages, and those that it last connected with.
 */
export function knownSecrets(
  profile: Profile,
  secrets: Secrets,
  environments: readonly LabelledSecret[],
  request: ConnectionRequest | null,
): KnownSecrets {
  // When a token ends is kept among the secrets, and is none.
  const ids = secretIdsOf(profile).filter((id) => id !== profile.tokenSource?.expiresAtId);
  const values = ids.flatMap((id) => secretParts(secrets[id] ?? ''));
  return {
    values: [
      ...values,
      ...environments.flatMap(({ value }) => secretParts(value)),
      ...(request === null ? [] : secretsOfRequest(request)),
    ],
    names: secretNames(profile),
  };
}
