import { GATEWAYS } from '../gateway/gateways.ts';
import type { GatewayId } from '../gateway/gatewayId.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** A name to suggest for a profile, for example `APIM contoso chat`: gateway, first part of the host, end of the path. */
export function profileName(url: string, gateway: GatewayId | null): string {
  const parsed = parseUrl(url);
  if (parsed === null) return 'New profile';
  const { hostname, pathname } = parsed;
  const isAddress = /^\[|^[\d.]+$/.test(hostname);
  const host = isAddress ? hostname : (hostname.split('.')[0] ?? hostname);
  const last = pathname.split('/').findLast((part) => part !== '');
  const prefix = gateway === null || gateway === 'generic' ? [] : [GATEWAYS[gateway].shortName];
  return [...prefix, host, ...(last === undefined ? [] : [last])].join(' ');
}
