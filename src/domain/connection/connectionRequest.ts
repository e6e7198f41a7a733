import type { HeaderField, Transport } from '../handshake/handshakeRecord.ts';

/**
 * What to connect to, with every variable and secret filled in: the input of both transports. It is made from a
 * profile at the moment of connecting and never stored, because it holds secrets in the clear.
 */
export interface ConnectionRequest {
  readonly transport: Transport;
  /** Absolute `ws:` or `wss:` URL with its query and without a fragment. */
  readonly url: string;
  /** Extra request headers, in order. The Browser transport can send none of them. */
  readonly headers: readonly HeaderField[];
  /** The `Origin` header, or `null` for none. The Browser transport always sends the page's own. */
  readonly origin: string | null;
  /** Subprotocols offered, in order of preference. */
  readonly subprotocols: readonly string[];
  /**
   * The longest frame that the gateway takes, bytes: the companion sends longer messages in so many frames as that takes.
   * `null` for one frame a message, which is also all that the Browser transport can do.
   */
  readonly maxFrameBytes: number | null;
  readonly options: ConnectOptions;
}

/** Options that only the companion can carry out. PEM texts are UTF-8. */
export interface ConnectOptions {
  /** Offer permessage-deflate (RFC 7692). */
  readonly offersCompression: boolean;
  readonly tls: TlsOptions;
  readonly limits: TimeLimits;
  readonly proxy: ProxyChoice;
}

export interface TlsOptions {
  /** False accepts any certificate; the record still says why it is not trusted. */
  readonly verifiesCertificate: boolean;
  /** Certificate authorities to trust beside the system's, PEM; empty for none. */
  readonly caPem: string;
  readonly clientCertificatePem: string;
  readonly clientKeyPem: string;
  readonly clientKeyPassphrase: string;
  /** The name to send in SNI and to check the certificate against; empty for the URL's host. */
  readonly serverName: string;
}

/** How long each step may take, ms. */
export interface TimeLimits {
  readonly dnsMs: number;
  readonly tcpMs: number;
  readonly tlsMs: number;
  readonly answerMs: number;
}

export type ProxyChoice =
  /** Whatever HTTPS_PROXY, HTTP_PROXY and NO_PROXY say in the companion's environment. */
  | { readonly kind: 'environment' }
  | { readonly kind: 'none' }
  /** An `http:` or `https:` proxy URL, credentials included. */
  | { readonly kind: 'url'; readonly url: string };

/**
 * Default limits, ms. A name server that does not answer in 5 s will not; a TCP connection gets three SYNs
 * (0, 1 and 3 s after the start) and some time; AWS may take 29 s for `$connect` (gateways.md 5.7), so an answer gets 30 s.
 */
export const DEFAULT_LIMITS: TimeLimits = { dnsMs: 5_000, tcpMs: 10_000, tlsMs: 10_000, answerMs: 30_000 };

export const DEFAULT_CONNECT_OPTIONS: ConnectOptions = {
  offersCompression: true,
  tls: {
    verifiesCertificate: true,
    caPem: '',
    clientCertificatePem: '',
    clientKeyPem: '',
    clientKeyPassphrase: '',
    serverName: '',
  },
  limits: DEFAULT_LIMITS,
  proxy: { kind: 'environment' },
};
