import type { ProfileId } from '#domain/profile/profile.ts';
import { profileName } from '#domain/profile/profileName.ts';
import type { PastedEndpoint } from '#domain/profile/readPaste.ts';
import { withPaste } from '#domain/profile/withPaste.ts';
import type { Stores } from '../stores/StoresContext.ts';

/** Makes an unsaved profile of what was pasted, and selects it. */
export function importEndpoint({ profiles }: Pick<Stores, 'profiles'>, endpoint: PastedEndpoint): ProfileId {
  const { actions } = profiles.getState();
  for (const [id, value] of Object.entries(endpoint.secrets)) actions.setSecret(id, value);
  const id = actions.create({ name: profileName(endpoint.url, endpoint.gateway) });
  actions.edit(id, (profile) => withPaste(profile, endpoint));
  return id;
}
