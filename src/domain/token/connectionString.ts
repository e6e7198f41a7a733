import { decodeBase64 } from '../format/base64.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** What a connection string of Azure Web PubSub says. The key signs tokens for every hub of the service: a secret. */
export interface ServiceConnection {
  /** Base URL of the service without a slash at its end, for example `https://contoso.webpubsub.azure.com`. */
  readonly endpoint: string;
  readonly accessKey: string;
}

export type ConnectionStringReading =
  | { readonly ok: true; readonly connection: ServiceConnection }
  /** `message` quotes nothing of the text, which holds a secret. */
  | { readonly ok: false; readonly message: string };

/** Reads `Endpoint=https://…;AccessKey=…;Version=1.0;` as the portal shows it under Keys. */
export function readConnectionString(text: string): ConnectionStringReading {
  const parts = readParts(text.trim());
  const endpoint = parts.get('endpoint') ?? '';
  const accessKey = parts.get('accesskey') ?? '';
  if (text.trim() === '') return problem('Paste the connection string: in the Azure portal under Keys.');
  if (endpoint === '') {
    return problem('This has no “Endpoint=…”. A connection string begins with Endpoint=https://.');
  }
  if (accessKey === '') {
    return problem(
      'This has no “AccessKey=…”. A string for Microsoft Entra ID has none: take the one with a key.',
    );
  }
  if (!decodeBase64(accessKey).ok) {
    return problem('The access key is cut or changed: copy the whole string again.');
  }
  const version = parts.get('version') ?? '1.0';
  if (!version.startsWith('1.')) {
    return problem('The string is of another version than 1.0, which is the one Postern knows.');
  }
  const base = readEndpoint(endpoint, parts.get('port') ?? '');
  if (base === null) return problem('Its endpoint is no https:// URL: copy the whole string again.');
  return { ok: true, connection: { endpoint: base, accessKey } };
}

/** Values may contain `=`, as base64 does. Names are read in any case, as the vendor's own clients do. */
function readParts(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').map((part) => {
      const [name = '', ...rest] = part.split('=');
      return [name.trim().toLowerCase(), rest.join('=').trim()];
    }),
  );
}

function readEndpoint(endpoint: string, port: string): string | null {
  const url = parseUrl(endpoint);
  if (url === null) return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (port !== '') url.port = port;
  return url.origin;
}

function problem(message: string): ConnectionStringReading {
  return { ok: false, message };
}
