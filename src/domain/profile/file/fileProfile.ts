import * as v from 'valibot';
import { DEFAULT_EXPECTATIONS } from '../../expectation/expectation.ts';
import type { ExpectedOutcome } from '../../expectation/expectation.ts';
import { GATEWAY_IDS } from '../../gateway/gateways.ts';
import { DEFAULT_BACKOFF } from '../../reconnect/checkReconnect.ts';
import { DEFAULT_KEEP_ALIVE_MS } from '../checkKeepAlive.ts';
import type { Environment } from '../environment.ts';
import { DEFAULT_PROFILE_OPTIONS, newProfile } from '../newProfile.ts';
import { PROFILE_SCHEMA_VERSION } from '../profile.ts';
import type {
  Field,
  Profile,
  ProfileOptions,
  SavedMessage,
  SubprotocolChoice,
  TokenSource,
} from '../profile.ts';

/**
 * What a file of profiles says, in the order in which it says it. The published JSON Schema is made of this; its
 * descriptions are what an editor shows. A file holds nothing that belongs to a device: no secret, not even the name by which a
 * device keeps one; no id of a row; no time. So it is the same text whoever exports it, and can be kept in a repository.
 * Objects are loose: what a later version of the same schema adds is kept. What a person who writes one may leave out is as in
 * a new profile of the page; Postern itself writes all of it.
 */

/** A profile without what belongs to a device. */
export interface FileProfile extends Omit<
  Profile,
  | 'parameters'
  | 'headers'
  | 'subprotocols'
  | 'options'
  | 'messages'
  | 'expectations'
  | 'tokenSource'
  | 'createdAt'
  | 'updatedAt'
> {
  readonly parameters: readonly FileField[];
  readonly headers: readonly FileField[];
  readonly subprotocols: readonly Omit<SubprotocolChoice, 'id'>[];
  readonly options: Omit<ProfileOptions, 'tls' | 'proxy'> & {
    readonly tls: Omit<ProfileOptions['tls'], 'clientKeyPem' | 'clientKeyPassphrase'> & {
      readonly clientKeyPem: FileValue;
      readonly clientKeyPassphrase: FileValue;
    };
    readonly proxy:
      | Exclude<ProfileOptions['proxy'], { kind: 'url' }>
      | { readonly kind: 'url'; readonly url: FileValue };
  };
  readonly messages: readonly FileMessage[];
  readonly expectations?: readonly ExpectedOutcome[];
  readonly tokenSource?: Omit<TokenSource, 'clientSecret' | 'parameters' | 'expiresAtId'> & {
    readonly clientSecret: FileValue;
    readonly parameters: FileValue;
  };
}

type FileMessage = Omit<SavedMessage, 'id'>;

/** As it stands in a file: what has no one default, and is made of the rest, may be missing. */
export type WrittenProfile = Omit<FileProfile, 'id' | 'messages'> & {
  readonly id?: string;
  readonly messages: readonly WrittenMessage[];
};

export type WrittenMessage = Omit<FileMessage, 'name'> & { readonly name?: string };

export type FileField = Omit<Field, 'id' | 'value'> & { readonly value: FileValue };

export type FileValue =
  | { readonly kind: 'text'; readonly text: string }
  /** That there is one; each device has its own. */
  | { readonly kind: 'secret' };

const text = (meaning: string) => v.pipe(v.string(), v.description(meaning));
const truth = (meaning: string) => v.pipe(v.boolean(), v.description(meaning));
const amount = (meaning: string) => v.pipe(v.number(), v.description(meaning));

/** What a new profile says, before the person says anything. */
const NEW = newProfile('', 0);
const { tls: NEW_TLS, limits: NEW_LIMITS } = DEFAULT_PROFILE_OPTIONS;

const FileValueSchema = v.variant('kind', [
  v.looseObject({
    kind: v.pipe(v.literal('text'), v.description('A value in the clear.')),
    text: text('The value as it is sent, before any encoding for its place.'),
  }),
  v.looseObject({
    kind: v.pipe(
      v.literal('secret'),
      v.description('A secret: the file only says that there is one, and each device asks for its value.'),
    ),
  }),
]);

/** A row of a profile's tables; a variable of an environment. */
export const FileFieldSchema = v.looseObject({
  name: text('Its name, without encoding.'),
  value: FileValueSchema,
  isEnabled: v.exactOptional(truth('Whether it is sent.'), true),
});

const SubprotocolSchema = v.looseObject({
  value: text('A subprotocol to offer (RFC 6455 section 1.9).'),
  isEnabled: v.exactOptional(truth('Whether it is offered.'), true),
});

const NO_VALUE: FileValue = { kind: 'text', text: '' };

const TlsSchema = v.looseObject({
  verifiesCertificate: v.exactOptional(
    truth('False accepts any certificate of the server.'),
    NEW_TLS.verifiesCertificate,
  ),
  caPem: v.exactOptional(
    text('Certificate authorities to trust beside those of the system, as PEM; empty for none.'),
    NEW_TLS.caPem,
  ),
  clientCertificatePem: v.exactOptional(
    text('The client certificate, as PEM; empty for none.'),
    NEW_TLS.clientCertificatePem,
  ),
  clientKeyPem: v.exactOptional(FileValueSchema, NO_VALUE),
  clientKeyPassphrase: v.exactOptional(FileValueSchema, NO_VALUE),
  serverName: v.exactOptional(
    text('The name to send in SNI and to check the certificate against; empty for the host of the URL.'),
    NEW_TLS.serverName,
  ),
});

const LimitsSchema = v.looseObject({
  dnsMs: v.exactOptional(amount('How long the name may take to resolve, milliseconds.'), NEW_LIMITS.dnsMs),
  tcpMs: v.exactOptional(amount('How long the TCP connection may take, milliseconds.'), NEW_LIMITS.tcpMs),
  tlsMs: v.exactOptional(amount('How long the TLS handshake may take, milliseconds.'), NEW_LIMITS.tlsMs),
  answerMs: v.exactOptional(
    amount('How long the answer to the upgrade request may take, milliseconds.'),
    NEW_LIMITS.answerMs,
  ),
});

const ProxySchema = v.variant('kind', [
  v.looseObject({
    kind: v.pipe(
      v.literal('environment'),
      v.description('Whatever HTTPS_PROXY, HTTP_PROXY and NO_PROXY say on the device.'),
    ),
  }),
  v.looseObject({ kind: v.pipe(v.literal('none'), v.description('No proxy.')) }),
  v.looseObject({
    kind: v.pipe(v.literal('url'), v.description('A proxy of its own: an http:// or https:// URL.')),
    url: FileValueSchema,
  }),
]);

const OptionsSchema = v.looseObject({
  offersCompression: v.exactOptional(
    truth('Whether permessage-deflate (RFC 7692) is offered.'),
    DEFAULT_PROFILE_OPTIONS.offersCompression,
  ),
  tls: v.exactOptional(TlsSchema, {}),
  limits: v.exactOptional(LimitsSchema, {}),
  proxy: v.exactOptional(ProxySchema, { kind: 'environment' }),
});

const betweenMs = v.exactOptional(
  amount('The time between two of them, milliseconds.'),
  DEFAULT_KEEP_ALIVE_MS,
);

const KeepAliveSchema = v.variant('kind', [
  v.looseObject({ kind: v.pipe(v.literal('off'), v.description('Nothing is sent by itself.')) }),
  v.looseObject({
    kind: v.pipe(
      v.literal('ping'),
      v.description('Ping frames (RFC 6455 section 5.5.2): in the Companion transport only.'),
    ),
    everyMs: betweenMs,
  }),
  v.looseObject({
    kind: v.pipe(v.literal('message'), v.description('A text message.')),
    everyMs: betweenMs,
    text: text('What is sent.'),
  }),
]);

const ReconnectSchema = v.variant('kind', [
  v.looseObject({
    kind: v.pipe(v.literal('off'), v.description('A connection that has ended is not begun again.')),
  }),
  v.looseObject({
    kind: v.pipe(v.literal('backoff'), v.description('Begun again after a wait that doubles each time.')),
    maxAttempts: v.exactOptional(
      amount('After so many attempts in a row it is given up.'),
      DEFAULT_BACKOFF.maxAttempts,
    ),
    firstDelayMs: v.exactOptional(amount('The first wait, milliseconds.'), DEFAULT_BACKOFF.firstDelayMs),
    maxDelayMs: v.exactOptional(amount('The longest wait, milliseconds.'), DEFAULT_BACKOFF.maxDelayMs),
  }),
]);

const MessageSchema = v.looseObject({
  name: v.exactOptional(text('What it is called in the list; left out, as its text suggests.')),
  mode: v.exactOptional(
    v.pipe(v.picklist(['text', 'json', 'binary']), v.description('How it is edited and sent.')),
    'text',
  ),
  text: text('The message: text, JSON, or the digits of a binary one.'),
  binaryEncoding: v.exactOptional(
    v.pipe(
      v.picklist(['hex', 'base64']),
      v.description('How the bytes of a binary message are written in `text`.'),
    ),
    'hex',
  ),
});

const within = (ms: number) => v.exactOptional(amount('How long it may take, milliseconds.'), ms);

const ExpectationSchema = v.variant('kind', [
  v.looseObject({
    kind: v.pipe(
      v.literal('opens'),
      v.description('The connection opens, counted from the beginning of the attempt.'),
    ),
    withinMs: within(DEFAULT_EXPECTATIONS.opens.withinMs),
  }),
  v.looseObject({
    kind: v.pipe(v.literal('refused'), v.description('The handshake is refused, for example without a key.')),
    status: amount('The HTTP status of the refusal.'),
  }),
  v.looseObject({
    kind: v.pipe(v.literal('subprotocol'), v.description('The server selects this subprotocol.')),
    value: text('The subprotocol; empty for none.'),
  }),
  v.looseObject({
    kind: v.pipe(v.literal('message'), v.description('A message comes in that matches an expression.')),
    filter: text(
      'The expression, in the language of the search in the log, for example `$.action == "echo"`.',
    ),
    withinMs: within(DEFAULT_EXPECTATIONS.message.withinMs),
    after: v.exactOptional(
      text('The name of the saved message from whose sending the time counts; empty for the opening.'),
      DEFAULT_EXPECTATIONS.message.after,
    ),
  }),
  v.looseObject({
    kind: v.pipe(
      v.literal('closes'),
      v.description('The other side closes the connection, counted from its opening.'),
    ),
    code: amount('The close code (RFC 6455 section 7.4).'),
    withinMs: within(DEFAULT_EXPECTATIONS.closes.withinMs),
  }),
]);

const TokenSourceSchema = v.looseObject({
  kind: v.exactOptional(
    v.pipe(
      v.literal('oauth'),
      v.description('A token endpoint, asked for client credentials (RFC 6749 section 4.4).'),
    ),
    'oauth',
  ),
  url: text('The URL of the token endpoint.'),
  clientId: text('The client id.'),
  clientSecret: v.exactOptional(FileValueSchema, { kind: 'secret' }),
  authentication: v.exactOptional(
    v.pipe(
      v.picklist(['basic', 'body']),
      v.description('Whether client id and secret go into the Authorization header or into the body.'),
    ),
    'basic',
  ),
  scope: v.exactOptional(text('Scopes, a space between them; empty for none.'), ''),
  audience: v.exactOptional(text('The audience; empty for none.'), ''),
  parameters: v.exactOptional(FileValueSchema, NO_VALUE),
  place: v.exactOptional(
    v.variant('kind', [
      v.looseObject({
        kind: v.pipe(
          v.literal('header'),
          v.description('The token is sent as “Authorization: Bearer …” (RFC 6750 section 2.1).'),
        ),
      }),
      v.looseObject({
        kind: v.pipe(v.literal('query'), v.description('The token is sent as a query parameter.')),
        name: text('The name of the parameter.'),
      }),
    ]),
    { kind: 'header' },
  ),
  isRenewed: v.exactOptional(
    truth('Whether a token that has expired is fetched anew before connecting.'),
    true,
  ),
});

export const FileProfileSchema: v.GenericSchema<unknown, WrittenProfile> = v.looseObject({
  id: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty(),
      v.description(
        'What makes it the same profile on every device, whatever it is called: any text that no other profile has. An import finds the profile that it changes by it. Left out, it is made of folder and name, and changes with them.',
      ),
    ),
  ),
  name: text('What it is called in the list.'),
  description: v.exactOptional(text('What it is for; lines of text.'), NEW.description),
  folder: v.exactOptional(
    text('The folder it stands in, with a / between the parts; empty for the top level.'),
    NEW.folder,
  ),
  gateway: v.exactOptional(
    v.pipe(
      v.picklist([...GATEWAY_IDS, 'auto']),
      v.description('The gateway in front of the endpoint; `auto` for the one that the URL names.'),
    ),
    NEW.gateway,
  ),
  url: text('The WebSocket URL, without the query parameters that stand in `parameters`.'),
  parameters: v.exactOptional(
    v.pipe(v.array(FileFieldSchema), v.description('Query parameters, in the order sent.')),
    [],
  ),
  headers: v.exactOptional(
    v.pipe(
      v.array(FileFieldSchema),
      v.description('Headers of the upgrade request, in the order sent: in the Companion transport only.'),
    ),
    [],
  ),
  subprotocols: v.exactOptional(
    v.pipe(v.array(SubprotocolSchema), v.description('Subprotocols to offer, the preferred one first.')),
    [],
  ),
  transport: v.exactOptional(
    v.pipe(
      v.picklist(['companion', 'browser']),
      v.description('Who opens the connection: the companion, which sees all of it, or the browser.'),
    ),
    NEW.transport,
  ),
  origin: v.exactOptional(text('The Origin header, in the Companion transport; empty for none.'), NEW.origin),
  options: v.exactOptional(OptionsSchema, {}),
  keepAlive: v.exactOptional(KeepAliveSchema, NEW.keepAlive),
  reconnect: v.exactOptional(ReconnectSchema, NEW.reconnect),
  messages: v.exactOptional(v.pipe(v.array(MessageSchema), v.description('Messages to send again.')), []),
  expectations: v.exactOptional(
    v.pipe(
      v.array(ExpectationSchema),
      v.description('What each connection is judged by; none where it is missing.'),
    ),
  ),
  tokenSource: v.exactOptional(TokenSourceSchema),
});

/** An environment without what belongs to a device. */
export interface FileEnvironment extends Omit<Environment, 'variables'> {
  readonly variables: readonly FileField[];
}

/** As it stands in a file. */
export type WrittenEnvironment = Omit<FileEnvironment, 'id'> & { readonly id?: string };

export const FileEnvironmentSchema: v.GenericSchema<unknown, WrittenEnvironment> = v.looseObject({
  id: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty(),
      v.description(
        'What makes it the same environment on every device; `shared` for the variables that hold in all of them. Left out, it is made of the name.',
      ),
    ),
  ),
  name: text('What it is called in the list.'),
  variables: v.pipe(v.array(FileFieldSchema), v.description('Its variables, by name.')),
});

export const PROFILES_FORMAT = 'postern-profiles';

/**
 * Where an editor finds the schema: with a Postern that runs on its usual port, and nothing is asked of any other host. A
 * file in a repository may name a copy of it by its path; Postern itself takes whatever stands there.
 */
export const PROFILES_SCHEMA_URL = `http://127.0.0.1:4100/schema/postern-profiles-${PROFILE_SCHEMA_VERSION}.schema.json`;

export const ProfilesFileSchema = v.looseObject({
  $schema: v.exactOptional(v.pipe(v.unknown(), v.description('The address or path of this schema.'))),
  format: v.pipe(v.literal(PROFILES_FORMAT), v.description('What makes it a file of Postern’s profiles.')),
  version: v.pipe(
    v.literal(PROFILE_SCHEMA_VERSION),
    v.description('The version of the schema that the profiles are written in.'),
  ),
  environments: v.exactOptional(
    v.pipe(
      v.array(FileEnvironmentSchema),
      v.description('Values for the {{variables}} that the profiles name, a set for each environment.'),
    ),
  ),
  profiles: v.array(FileProfileSchema),
});
