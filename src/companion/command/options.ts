import { parseArgs } from 'node:util';
import { DEFAULT_BIND_HOST } from '../guard/bindAddress.ts';

export const DEFAULT_PORT = 4100;

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'serve'; readonly options: ServeOptions }
  | { readonly kind: 'gateways'; readonly port: number }
  | { readonly kind: 'check'; readonly args: readonly string[] }
  | { readonly kind: 'problem'; readonly message: string };

export interface ServeOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly opensBrowser: boolean;
  readonly startsGateways: boolean;
  /** Where the first local gateway listens, the others after it; 0 for any free ports. */
  readonly gatewaysPort: number;
  /** For `createTargetPolicy`. */
  readonly allowedTargets: readonly string[];
  /** A file of profiles that the page reads and writes; `null` for none. */
  readonly profilesPath: string | null;
  /** A file of `POSTERN_…` variables, beside the environment's; `null` for none. */
  readonly envFile: string | null;
  /** Says that it is ready as one line of JSON, for programs that start it. */
  readonly printsJson: boolean;
}

export const HELP = `postern: a browser console for WebSocket APIs behind API gateways

  npm start -- [options]           serve the page, the companion and the local gateways
  npm run gateways -- [--port N]   start the local gateways alone and print them as JSON
  npx postern check URL            make one handshake and say what it says; --help for more

  --port N               listen on this port (${DEFAULT_PORT}); 0 takes any free one
  --no-open              do not open the browser
  --no-gateways          do not start the local gateways
  --profiles FILE        show this file of profiles beside your own, and save to it; made when it is not there
  --env-file FILE        read POSTERN_… variables from this file too; the page offers them where a secret has no value
  --host ADDRESS         listen on another address than ${DEFAULT_BIND_HOST}; other machines may reach it then
  --allow-target NAME    with --host: may be dialled although it is on an inner network; may be given more than once
  --json                 print one line of JSON when ready
  --help, --version
`;

export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === 'check') return { kind: 'check', args: rest };
  try {
    return name === 'gateways' ? parseGateways(rest) : parseServe(args);
  } catch (error) {
    // parseArgs throws sentences about the option, which is what the person typed.
    return problem(error instanceof Error ? error.message : String(error));
  }
}

function parseServe(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: DEFAULT_BIND_HOST },
      'no-open': { type: 'boolean', default: false },
      'no-gateways': { type: 'boolean', default: false },
      'allow-target': { type: 'string', multiple: true, default: [] },
      profiles: { type: 'string' },
      'env-file': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const port = readPort(values.port);
  if (port === null) return wrongPort(values.port);
  if (values.host.trim() === '')
    return problem('--host needs an address to listen on, for example 127.0.0.1.');
  if (values.profiles?.trim() === '')
    return problem('--profiles needs a file, for example ./postern.profiles.json.');
  if (values['env-file']?.trim() === '')
    return problem('--env-file needs a file, for example ./secrets.env.');
  return {
    kind: 'serve',
    options: {
      host: values.host,
      port,
      opensBrowser: !values['no-open'],
      startsGateways: !values['no-gateways'],
      gatewaysPort: gatewaysPortFor(port),
      allowedTargets: values['allow-target'],
      profilesPath: values.profiles ?? null,
      envFile: values['env-file'] ?? null,
      printsJson: values.json,
    },
  };
}

function parseGateways(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: String(gatewaysPortFor(DEFAULT_PORT)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const port = readPort(values.port);
  return port === null ? wrongPort(values.port) : { kind: 'gateways', port };
}

/** The gateways stand ten ports above the page, so that two Posterns side by side seldom meet. */
export function gatewaysPortFor(port: number): number {
  return port === 0 ? 0 : port + 10;
}

const MAX_PORT = 65_535;

/** A whole number that can be a port; `null` for anything else. */
export function readPort(text: string): number | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= MAX_PORT ? port : null;
}

function wrongPort(text: string): Command {
  return problem(`--port needs a number from 0 to ${MAX_PORT}, not "${text}".`);
}

function problem(message: string): Command {
  return { kind: 'problem', message };
}
