import {
  file,
  flag,
  leftOut,
  leftOutValued,
  silent,
  silentValued,
  valued,
  type CommandOption,
} from './commandOption.ts';
import { proxyUrl } from './proxyUrl.ts';

/** The options of wscat 6. */
export const WSCAT_OPTIONS: readonly CommandOption[] = [
  valued('-c --connect', (draft, url) => draft.takeUrl(url)),
  valued('-H --header', (draft, line) => draft.takeHeader(line)),
  valued('-s --subprotocol', (draft, list) => draft.takeSubprotocols(list)),
  valued('-o --origin', (draft, origin) => {
    draft.origin = origin;
  }),
  valued('--auth', (draft, credentials) => draft.takeBasicAuth(credentials)),
  flag('-n --no-check', (draft) => {
    draft.verifiesCertificate = false;
  }),
  valued('--proxy', (draft, proxy) => {
    draft.proxy = proxyUrl(proxy);
  }),
  file('--ca', 'Certificate authorities'),
  file('--cert', 'Client certificate'),
  file('--key', 'Client key'),
  {
    names: ['--passphrase'],
    value: 'optional',
    take: (draft, passphrase) => {
      draft.passphrase = passphrase;
    },
  },
  leftOutValued('--host', 'the Host header follows from the gateway URL.'),
  leftOutValued('-p --protocol', 'Postern speaks version 13, the only one in use.'),
  leftOutValued('-x --execute', 'send it from the composer once the connection is open.'),
  leftOutValued('-l --listen', 'Postern connects, it does not listen.'),
  leftOut('-L --location', 'redirects are shown, not followed.'),
  ...silent('-P --show-ping-pong --no-color --slash -j --json'),
  ...silentValued('-w --wait --max-redirects'),
];
