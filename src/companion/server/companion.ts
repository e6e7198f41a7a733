import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import type { CatalogueAnswer } from '#domain/profile/catalogue/catalogueAnswer.ts';
import type { OAuthTokenAnswer } from '#domain/token/oauthToken.ts';
import type { ProfilesFileAnswer, ProfilesFileSaveAnswer } from '#wire/companionApi.ts';
import type { Variables } from '../environment/variables.ts';
import type { OneTimeCodes } from '../guard/oneTimeCodes.ts';

/** What the server needs from the rest of the companion. */
export interface CompanionOptions {
  readonly token: string;
  /** Accepted in place of the token. */
  readonly codes: OneTimeCodes;
  /** As in package.json. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** As given to `listen`: it decides under which names the companion answers. */
  readonly bindHost: string;
  readonly gateways: () => readonly LocalGateway[];
  readonly connections: Connections;
  /** What `--profiles` names; `null` for none. */
  readonly profilesFile: ProfilesFileAccess | null;
  /** The secrets of this machine that the page may ask for by name. */
  readonly variables: Variables;
  /** Takes a line for the terminal. It never holds anything that a request said. */
  readonly report: (line: string) => void;
}

/** The one file that the page reads and writes through the companion. */
export interface ProfilesFileAccess {
  /** `known` is the revision that the page has; `null` for none. */
  readonly read: (known: string | null) => Promise<ProfilesFileAnswer>;
  /** Throws `RequestProblem` when `request` is no `ProfilesFileSave`, or must not be written. */
  readonly save: (request: unknown) => Promise<ProfilesFileSaveAnswer>;
}

/** The companion's way out. */
export interface Connections {
  /** Dials once; throws `RequestProblem` when `request` is no `ConnectionRequest`. */
  readonly recordOnce: (request: unknown, signal: AbortSignal) => Promise<HandshakeRecord>;
  /** Asks a token endpoint; throws `RequestProblem` when `request` is no `OAuthTokenRequest`. */
  readonly fetchToken: (request: unknown, signal: AbortSignal) => Promise<OAuthTokenAnswer>;
  /** Asks a site for its catalogue; throws `RequestProblem` when `request` is no `CatalogueRequest`. */
  readonly fetchCatalogue: (request: unknown, signal: AbortSignal) => Promise<CatalogueAnswer>;
  /** Serves one relay connection, from its first message on. */
  readonly serveRelay: (socket: WebSocket) => void;
}

/**
 * The companion as other servers mount it: the command line's own and Vite's. Both functions answer false, and have done
 * nothing, when the request is for whoever serves the page.
 */
export interface Companion {
  readonly handleRequest: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Cuts every relay connection. */
  readonly close: () => void;
}
