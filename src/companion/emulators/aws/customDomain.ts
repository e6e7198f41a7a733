import type { Call } from '../server/call.ts';

/** `localhost` is the custom domain, beside the address in numbers, which stands for the API's own host. */
const CUSTOM_DOMAIN = 'localhost';

/** The API mapping of the custom domain; it selects the stage, which is not in the URL then (gateways.md 5.1). */
export const MAPPING = { key: 'chat', stage: 'dev' } as const;

export function customDomainUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  url.hostname = CUSTOM_DOMAIN;
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin;
}

/** The stage that the call is for. A person who writes `localhost` for the address finds the stages there, too. */
export function stageNameOf({ host, path }: Call): string {
  const isMapped = host.replace(/:\d+$/, '') === CUSTOM_DOMAIN && path === `/${MAPPING.key}`;
  return isMapped ? MAPPING.stage : path.slice(1);
}
