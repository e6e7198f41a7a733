import type { Profile } from '#domain/profile/profile.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import { withCredential } from '#domain/token/withCredential.ts';
import { newId } from '../stores/newId.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { parseUrl } from '#domain/format/parseUrl.ts';

/** Where gateways.md 3.1 has a client token: a browser can send it there too. */
const PLACE = { kind: 'query', name: 'access_token' } as const;

export interface ClientTokenPut {
  /** `null` for a new profile. */
  readonly profile: Profile | null;
  readonly hub: string;
  readonly clientUrl: string;
  readonly token: string;
}

/** Puts a client token into a profile, or a new one. Returns sentences that say where it is. */
export function putClientToken(
  { profiles }: Pick<Stores, 'profiles'>,
  { profile, hub, clientUrl, token }: ClientTokenPut,
): readonly string[] {
  const { actions } = profiles.getState();
  const placed = withCredential(profile ?? newProfile('', 0), PLACE, newId);
  actions.setSecret(placed.secretId, token);
  if (profile === null) {
    actions.create({
      name: `Web PubSub ${hub}`,
      url: clientUrl,
      parameters: placed.profile.parameters,
    });
    return ['A new profile has the client URL, and the token as the secret query parameter access_token.'];
  }
  const isOwnUrl = takesClientUrl(profile, clientUrl);
  actions.edit(profile.id, (one) => ({
    ...one,
    parameters: placed.profile.parameters,
    url: isOwnUrl ? clientUrl : one.url,
  }));
  return isOwnUrl
    ? ['The profile has the client URL, and the token as the secret query parameter access_token.']
    : [
        'The profile has the token as the secret query parameter access_token.',
        'Its URL stayed as it is: it names another host than the service, as behind API Management.',
      ];
}

/** A URL of another host is a gateway in front of the service, and the token goes through it. */
export function takesClientUrl({ url }: Profile, clientUrl: string): boolean {
  const parsed = parseUrl(url);
  return parsed === null || parsed.host === new URL(clientUrl).host;
}
