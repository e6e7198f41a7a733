import { parseUrl } from '../../format/parseUrl.ts';

/** An audience that cannot fit the URL dialled; `null` when one of them can. Behind a gateway only the hub can be compared. */
export function findForeignAudience(url: string, audiences: readonly string[]): string | null {
  const dialled = readClientUrl(url);
  if (dialled === null || dialled.hub === null) return null;
  const fits = audiences.some((audience) => {
    const named = readClientUrl(audience);
    if (named === null) return false;
    const hostFits = !dialled.isService || named.host === dialled.host;
    return hostFits && named.hub?.toLowerCase() === dialled.hub?.toLowerCase();
  });
  return fits ? null : (audiences[0] ?? null);
}

function readClientUrl(text: string): { host: string; hub: string | null; isService: boolean } | null {
  const url = parseUrl(text);
  if (url === null) return null;
  const hub = /^\/client\/hubs\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? url.searchParams.get('hub');
  return { host: url.hostname, hub, isService: url.hostname.endsWith('.webpubsub.azure.com') };
}
