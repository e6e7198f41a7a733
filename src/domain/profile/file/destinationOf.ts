import { parseUrl } from '../../format/parseUrl.ts';
import type { Profile } from '../profile.ts';
import { toFileProfile } from './filedProfile.ts';

/** Scheme, host and port; what is no URL is taken as it is, less what may be a secret in it. */
export function destinationOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed !== null) return `${parsed.protocol}//${parsed.host}`;
  const [address = ''] = url.split(/[?#]/);
  return address === '' ? 'no address' : (address.split('@').at(-1) ?? '');
}

export function proxyOf(profile: Profile): string {
  return JSON.stringify(toFileProfile(profile).options.proxy);
}
