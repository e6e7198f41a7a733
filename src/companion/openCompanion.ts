import { homedir } from 'node:os';
import { version } from '../../package.json';
import { createConnections } from './createConnections.ts';
import { offeredVariables } from './environment/offeredVariables.ts';
import { readEnvFile } from './environment/readEnvFile.ts';
import { createVariables } from './environment/variables.ts';
import { configFolder } from './guard/configFolder.ts';
import { loadToken } from './guard/loadToken.ts';
import { createOneTimeCodes } from './guard/oneTimeCodes.ts';
import { createTargetPolicy } from './guard/targetPolicy.ts';
import { NO_GATEWAYS, startLocalGateways } from './localGateways.ts';
import type { LocalGatewaySet } from './localGateways.ts';
import { openProfilesFile } from './profilesFile/openProfilesFile.ts';
import { createCompanion } from './server/createCompanion.ts';
import type { Companion } from './server/companion.ts';

export interface OpenCompanionOptions {
  readonly host: string;
  readonly startsGateways: boolean;
  /** 0 for any free ports. */
  readonly gatewaysPort: number;
  readonly allowedTargets: readonly string[];
  readonly profilesPath: string | null;
  readonly envFile: string | null;
}

/** A companion with everything behind it, ready to be mounted in a server. */
export interface OpenCompanion {
  readonly companion: Companion;
  readonly gateways: LocalGatewaySet['gateways'];
  /** The address that opens a session, for the person's terminal. */
  readonly tokenUrl: (url: string) => string;
  /** The same for the arguments of a program: good once. */
  readonly oneTimeUrl: (url: string) => string;
  readonly close: () => Promise<void>;
}

export async function openCompanion(options: OpenCompanionOptions): Promise<OpenCompanion> {
  const folder = ownConfigFolder();
  const profilesFile = options.profilesPath === null ? null : await openProfilesFile(options.profilesPath);
  const variables = createVariables(
    process.env,
    options.envFile === null ? null : await readEnvFile(options.envFile),
  );
  const token = await loadToken(folder);
  const gateways = options.startsGateways
    ? await startLocalGateways({ seed: token, firstPort: options.gatewaysPort, folder })
    : NO_GATEWAYS;
  const codes = createOneTimeCodes(Date.now);
  const companion = createCompanion({
    token,
    codes,
    version,
    startedAt: Date.now(),
    bindHost: options.host,
    gateways: () => gateways.gateways,
    connections: createConnections(
      createTargetPolicy(options.host, [...options.allowedTargets, ...gateways.gateways.map(authorityOf)]),
    ),
    profilesFile,
    variables: offeredVariables(variables),
    report: console.error,
  });
  return {
    companion,
    gateways: gateways.gateways,
    tokenUrl: (url) => withToken(url, token),
    oneTimeUrl: (url) => withToken(url, codes.issue()),
    async close() {
      companion.close();
      await gateways.close();
    },
  };
}

export function ownConfigFolder(): string {
  return configFolder({ platform: process.platform, home: homedir(), variables: process.env });
}

/** In the fragment, which browsers keep to themselves: it is in no request, no log and no Referer. */
function withToken(url: string, token: string): string {
  return `${url}#token=${token}`;
}

function authorityOf({ baseUrl }: { readonly baseUrl: string }): string {
  return new URL(baseUrl).host;
}
