import type { GatewayId } from '#domain/gateway/gatewayId.ts';

/** What `postern check` was asked for: the command line as read, nothing filled in and no file opened. */
export interface CheckCommand {
  /** URLs and files of profiles, in order. */
  readonly targets: readonly string[];
  readonly overrides: CheckOverrides;
  readonly exchange: ExchangePlan | null;
  /** The status that is wanted: 101 for a connection that opens; `null` for what the profile expects. */
  readonly expectedStatus: number | null;
  /** The name of the environment whose variables are filled in; `null` for those of all environments. */
  readonly environment: string | null;
  readonly envFile: string | null;
  readonly printsJson: boolean;
  readonly junitFile: string | null;
  readonly isVerbose: boolean;
}

/** Options of the request; those left out are as in the profile, or Postern's own for a URL. */
export interface CheckOverrides {
  /** `Name: value`, checked for the colon only. */
  readonly headers: readonly HeaderText[];
  readonly subprotocols: readonly string[];
  readonly origin: string | null;
  readonly isInsecure: boolean;
  readonly offersNoCompression: boolean;
  readonly caFile: string | null;
  readonly certificateFile: string | null;
  readonly keyFile: string | null;
  /** The name of the variable that holds the key's passphrase. */
  readonly passphraseVariable: string | null;
  readonly serverName: string | null;
  /** A URL, or `none`. */
  readonly proxy: string | null;
  readonly timeoutMs: number | null;
  readonly gateway: GatewayId | null;
}

export interface HeaderText {
  readonly name: string;
  readonly value: string;
}

export type MessageSource =
  /** A text message of the command line. */
  | { readonly kind: 'text'; readonly text: string }
  /** The profile's saved message of this name. */
  | { readonly kind: 'saved'; readonly name: string };

/** What to do once the connection is open. */
export interface ExchangePlan {
  /** What to send; `null` to listen only. */
  readonly send: MessageSource | null;
  /** What a reply has to match; `null` not to wait for one. */
  readonly expectedReply: RegExp | null;
  readonly replyTimeoutMs: number;
}
