import type { ConnectOptions } from '../connection/connectionRequest.ts';
import type { Expectation } from '../expectation/expectation.ts';
import type { Transport } from '../handshake/handshakeRecord.ts';
import type { GatewayId } from '../gateway/gatewayId.ts';
import type { ClientAuthentication } from '../token/oauthToken.ts';

/**
 * A profile: what a person keeps of an endpoint. It names its secrets and never contains them (design.md section 6):
 * their values live in a map of their own, `Secrets`, so that no export of a profile can carry one.
 */
export interface Profile {
  readonly id: ProfileId;
  readonly name: string;
  /** What it is for, in the person's own words; lines of text. */
  readonly description: string;
  /** Folder path, parts joined by `/`; empty for the top level. */
  readonly folder: string;
  /** What the person chose; `auto` follows what the URL says. */
  readonly gateway: GatewayId | 'auto';
  /** The URL without what stands in `parameters`. As typed: it need not be valid. */
  readonly url: string;
  readonly parameters: readonly Field[];
  readonly headers: readonly Field[];
  readonly subprotocols: readonly SubprotocolChoice[];
  readonly transport: Transport;
  /** The `Origin` header to send in the Companion transport; empty for none. */
  readonly origin: string;
  readonly options: ProfileOptions;
  readonly keepAlive: KeepAlive;
  readonly reconnect: ReconnectPolicy;
  /** Messages to send again, in the person's order. */
  readonly messages: readonly SavedMessage[];
  /**
   * What each connection is judged by; none where it is missing. It came without a new version of the schema: a file or record
   * that lacks it is whole, and an older Postern keeps what it does not know, and judges nothing.
   */
  readonly expectations?: readonly Expectation[];
  /** Where its token comes from, so that it can be fetched anew. */
  readonly tokenSource?: TokenSource;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type ProfileId = string;

/** One row of the query-parameter or header table. */
export interface Field {
  /** Unique within its profile. */
  readonly id: string;
  readonly name: string;
  readonly value: FieldValue;
  readonly isEnabled: boolean;
}

export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'secret'; readonly secretId: SecretId };

export type SecretId = string;

/** The values of secrets, by id. Kept apart from profiles, on this device only. */
export type Secrets = Readonly<Record<SecretId, string>>;

export interface SubprotocolChoice {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
}

/** As `ConnectOptions`, but the secrets of it are named. */
export interface ProfileOptions extends Omit<ConnectOptions, 'tls' | 'proxy'> {
  readonly tls: Omit<ConnectOptions['tls'], 'clientKeyPem' | 'clientKeyPassphrase'> & {
    readonly clientKeyPem: FieldValue;
    readonly clientKeyPassphrase: FieldValue;
  };
  readonly proxy:
    | { readonly kind: 'environment' }
    | { readonly kind: 'none' }
    | { readonly kind: 'url'; readonly url: FieldValue };
}

/** What is sent while a connection is open, so that nothing on the way takes it for idle. */
export type KeepAlive =
  | { readonly kind: 'off' }
  /** Ping frames (RFC 6455 section 5.5.2), which no page can send: the Companion transport alone has them. */
  | { readonly kind: 'ping'; readonly everyMs: number }
  /** A text message, for a server that counts nothing else. */
  | { readonly kind: 'message'; readonly everyMs: number; readonly text: string };

/** What to do when an open connection ends and the person has not ended it. */
export type ReconnectPolicy =
  | { readonly kind: 'off' }
  /** The wait doubles with each attempt, to `maxDelayMs` at most; of each, some is left to chance. */
  | {
      readonly kind: 'backoff';
      readonly maxAttempts: number;
      readonly firstDelayMs: number;
      readonly maxDelayMs: number;
    };

/** A message as it was typed. */
export interface TypedMessage {
  readonly mode: 'text' | 'json' | 'binary';
  /** Text, JSON, hex or base64. */
  readonly text: string;
  /** How a binary message is written. */
  readonly binaryEncoding: 'hex' | 'base64';
}

/** A message that is kept with a profile. */
export interface SavedMessage extends TypedMessage {
  readonly id: string;
  readonly name: string;
}

/** A token endpoint (RFC 6749 section 4.4), and what becomes of its token. */
export interface TokenSource {
  readonly kind: 'oauth';
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: FieldValue;
  readonly authentication: ClientAuthentication;
  readonly scope: string;
  readonly audience: string;
  /** One `name=value` a line; a secret where one of them looks like one. */
  readonly parameters: FieldValue;
  readonly place: TokenPlace;
  /** Whether a token that has expired is fetched anew before connecting. */
  readonly isRenewed: boolean;
  /**
   * When the token ends: ms since the epoch as text, empty when that is not known. It stands among the secrets because
   * it belongs to the token on this device: a profile has not changed because its token is a new one.
   */
  readonly expiresAtId: SecretId;
}

export type TokenPlace =
  /** `Authorization: Bearer …` (RFC 6750 section 2.1). */
  { readonly kind: 'header' } | { readonly kind: 'query'; readonly name: string };

/** The version of the stored and exported schema. Raise it with a step in `migrateProfile.ts`. */
export const PROFILE_SCHEMA_VERSION = 2;
