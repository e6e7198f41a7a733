import type { ProxyChoice } from '../connection/connectionRequest.ts';

/** A client credentials grant (RFC 6749 section 4.4), secrets in the clear: what the companion is asked to do. */
export interface OAuthTokenRequest {
  /** The token endpoint, `https:` or `http:`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authentication: ClientAuthentication;
  /** Space-separated; empty for none. */
  readonly scope: string;
  /** Not in the RFC, and wanted by Auth0 and others; empty for none. */
  readonly audience: string;
  readonly parameters: readonly TokenParameter[];
  /** Certificate authorities to trust beside the system's, PEM; empty for none. */
  readonly caPem: string;
  readonly proxy: ProxyChoice;
}

/** How the client proves who it is (RFC 6749 section 2.3.1): the `Authorization` header, or the body. */
export type ClientAuthentication = 'basic' | 'body';

export interface TokenParameter {
  readonly name: string;
  readonly value: string;
}

export type OAuthTokenAnswer =
  | { readonly kind: 'token'; readonly token: OAuthToken }
  /** The token endpoint said no, or something that holds no token. */
  | { readonly kind: 'refused'; readonly refusal: OAuthRefusal }
  /** There was no answer. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface OAuthToken {
  readonly accessToken: string;
  /** `Bearer`, mostly. */
  readonly tokenType: string;
  /** Seconds; `null` when the answer does not say. */
  readonly expiresIn: number | null;
  /** As granted; `null` when the answer does not say. */
  readonly scope: string | null;
}

export interface OAuthRefusal {
  readonly status: number;
  /** The error code of RFC 6749 section 5.2, for example `invalid_client`; `null` for none. */
  readonly error: string | null;
  /** In the words of the token endpoint, without the secrets that were sent; empty for none. */
  readonly description: string;
}
