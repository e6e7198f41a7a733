import { mapSecretIds } from './mapSecretIds.ts';
import type { Profile, SecretId } from './profile.ts';

/**
 * A copy with ids of its own for itself, its rows and its secrets, so that neither changes with the other. The values of
 * secrets are copied in whatever form they are held.
 */
export function duplicateProfile<Value>(
  profile: Profile,
  secrets: Readonly<Record<SecretId, Value>>,
  newId: () => string,
  now: number,
): { readonly profile: Profile; readonly secrets: Readonly<Record<SecretId, Value>> } {
  const copies: Record<SecretId, Value> = {};
  const copy = mapSecretIds(profile, (id) => {
    const copyId = newId();
    const secret = secrets[id];
    if (secret !== undefined) copies[copyId] = secret;
    return copyId;
  });
  return {
    profile: {
      ...copy,
      id: newId(),
      name: `${profile.name} copy`,
      parameters: copy.parameters.map((field) => ({ ...field, id: newId() })),
      headers: copy.headers.map((field) => ({ ...field, id: newId() })),
      subprotocols: copy.subprotocols.map((choice) => ({ ...choice, id: newId() })),
      messages: copy.messages.map((message) => ({ ...message, id: newId() })),
      ...(copy.expectations !== undefined && {
        expectations: copy.expectations.map((expectation) => ({ ...expectation, id: newId() })),
      }),
      createdAt: now,
      updatedAt: now,
    },
    secrets: copies,
  };
}
