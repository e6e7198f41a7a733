import type { OutgoingHttpHeaders } from 'node:http';
import * as v from 'valibot';
import { API_PATHS } from '#wire/companionApi.ts';
import type {
  CompanionStatus,
  LocalGateways,
  ProfilesFileAnswer,
  VariableNames,
  VariableValue,
} from '#wire/companionApi.ts';
import { parseWith, type Parsed } from '#wire/parsed.ts';
import { parseVariableName, parseVariableNames } from '#wire/parseVariables.ts';
import { MAX_PROFILES_FILE_BYTES } from '../profilesFile/limits.ts';
import { setSessionCookie } from '../guard/sessionCookie.ts';
import { isSameSecret, sessionValue } from '../guard/token.ts';
import type { CompanionOptions } from './companion.ts';
import { RequestProblem, requestInvalid } from './requestProblem.ts';

/** Body of a POST, bytes. A token has 43 characters; the rest is room for JSON. */
const MAX_SESSION_BYTES = 1024;
/** A connection request may hold a certificate chain, a key and some very long tokens. */
const MAX_REQUEST_BYTES = 1024 * 1024;
/** As many names as are taken, of the longest, and room for JSON. */
const MAX_NAMES_BYTES = 16 * 1024;
/** JSON within JSON: quotation marks and line breaks take two bytes each, and of others there are more. */
const MAX_SAVE_BYTES = 2 * MAX_PROFILES_FILE_BYTES;

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly needsSession: boolean;
  /** What the body may have, bytes. */
  readonly maxBytes: number;
  readonly answer: (call: ApiCall) => Answer | Promise<Answer>;
}

export interface ApiCall {
  /** Of unknown shape; `null` for GET. */
  readonly body: unknown;
  /** Of the request's target. */
  readonly query: URLSearchParams;
  /** The companion's own port. */
  readonly port: number;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface Answer {
  /** `undefined` answers 204. */
  readonly body?: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

const SessionRequestSchema = v.object({ token: v.string() });

/** The HTTP API of wire/companionApi.ts. */
export function createEndpoints(options: CompanionOptions): ReadonlyMap<string, Endpoint> {
  return new Map<string, Endpoint>([
    [
      API_PATHS.session,
      { method: 'POST', needsSession: false, maxBytes: MAX_SESSION_BYTES, answer: startSession },
    ],
    [API_PATHS.status, { method: 'GET', needsSession: true, maxBytes: 0, answer: tellStatus }],
    [API_PATHS.gateways, { method: 'GET', needsSession: true, maxBytes: 0, answer: listGateways }],
    [
      API_PATHS.handshake,
      { method: 'POST', needsSession: true, maxBytes: MAX_REQUEST_BYTES, answer: recordHandshake },
    ],
    [
      API_PATHS.oauthToken,
      { method: 'POST', needsSession: true, maxBytes: MAX_REQUEST_BYTES, answer: fetchToken },
    ],
    [
      API_PATHS.catalogue,
      { method: 'POST', needsSession: true, maxBytes: MAX_REQUEST_BYTES, answer: fetchCatalogue },
    ],
    [API_PATHS.profilesFile, { method: 'GET', needsSession: true, maxBytes: 0, answer: readProfilesFile }],
    [
      API_PATHS.saveProfilesFile,
      { method: 'POST', needsSession: true, maxBytes: MAX_SAVE_BYTES, answer: saveProfilesFile },
    ],
    [
      API_PATHS.variables,
      { method: 'POST', needsSession: true, maxBytes: MAX_NAMES_BYTES, answer: findVariables },
    ],
    [
      API_PATHS.variable,
      { method: 'POST', needsSession: true, maxBytes: MAX_NAMES_BYTES, answer: readVariable },
    ],
  ]);

  function startSession({ body, port }: ApiCall): Answer {
    const { token } = valueOf(parseWith(SessionRequestSchema, body));
    if (!isSameSecret(token, options.token) && !options.codes.redeem(token)) {
      throw new RequestProblem({
        status: 401,
        code: 'token-wrong',
        message: 'This is not the token of the companion. Open the address that Postern printed at start.',
      });
    }
    return { headers: { 'set-cookie': setSessionCookie(port, sessionValue(options.token)) } };
  }

  function tellStatus(): Answer {
    const body: CompanionStatus = {
      name: 'postern',
      version: options.version,
      startedAt: options.startedAt,
      nodeVersion: process.version,
    };
    return { body };
  }

  function listGateways(): Answer {
    const body: LocalGateways = { gateways: options.gateways() };
    return { body };
  }

  async function recordHandshake({ body, signal }: ApiCall): Promise<Answer> {
    return { body: await options.connections.recordOnce(body, signal) };
  }

  async function fetchToken({ body, signal }: ApiCall): Promise<Answer> {
    return { body: await options.connections.fetchToken(body, signal) };
  }

  async function fetchCatalogue({ body, signal }: ApiCall): Promise<Answer> {
    return { body: await options.connections.fetchCatalogue(body, signal) };
  }

  async function readProfilesFile({ query }: ApiCall): Promise<Answer> {
    const body: ProfilesFileAnswer =
      options.profilesFile === null ? { kind: 'none' } : await options.profilesFile.read(query.get('known'));
    return { body };
  }

  async function saveProfilesFile({ body }: ApiCall): Promise<Answer> {
    if (options.profilesFile === null) throw new RequestProblem(NO_PROFILES_FILE);
    return { body: await options.profilesFile.save(body) };
  }

  function findVariables({ body }: ApiCall): Answer {
    const request = valueOf(parseVariableNames(body));
    const found: VariableNames = { names: request.names.filter((name) => options.variables.has(name)) };
    return { body: found };
  }

  function readVariable({ body }: ApiCall): Answer {
    const { name } = valueOf(parseVariableName(body));
    const value = options.variables.get(name);
    if (value === undefined) throw new RequestProblem(VARIABLE_UNKNOWN);
    const found: VariableValue = { value };
    return { body: found };
  }
}

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw requestInvalid(parsed.message);
  return parsed.value;
}

const VARIABLE_UNKNOWN = {
  status: 404,
  code: 'variable-unknown',
  message:
    'The companion has no value for this variable now. Set it where Postern is started, or enter the value.',
};

const NO_PROFILES_FILE = {
  status: 404,
  code: 'profiles-file-none',
  message: 'The companion has no file of profiles now. Start it with --profiles to save there.',
};
