/**
 * The handshake record: everything one attempt at an opening handshake said, whoever made it (design.md
 * section 3). The page, the diagnoses, the exports and the companion's HTTP API all read this one shape.
 *
 * All `…Ms` fields count milliseconds from `startedAt`, which is milliseconds since the epoch.
 */

/** What an attempt passes through, in this order. `proxy` and `tls` happen only where the target asks for them. */
export const HANDSHAKE_STEPS = ['dns', 'tcp', 'proxy', 'tls', 'request', 'answer'] as const;
export type HandshakeStep = (typeof HANDSHAKE_STEPS)[number];

/** The transport that made the attempt: it decides how much a record can know. */
export type Transport = 'companion' | 'browser';

/** One header as it stood on the wire: order, case and repetition are kept by the list that holds it. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

export interface StepTiming {
  readonly step: HandshakeStep;
  readonly startMs: number;
  /** `null` while the step is under way, and for ever when the attempt ended in it. */
  readonly endMs: number | null;
  /** How long the step may take before the attempt fails with a time-out named after it. */
  readonly limitMs: number;
}

/** The upgrade request as sent (RFC 6455 section 4.1). */
export interface UpgradeRequest {
  /** For example `GET /dev HTTP/1.1`. */
  readonly requestLine: string;
  readonly headers: readonly HeaderField[];
}

/** The body of an answer other than 101. */
export interface ResponseBody {
  /** The first bytes (at most `MAX_BODY_BYTES`), base64. */
  readonly base64: string;
  /** How many bytes came in all before reading stopped. */
  readonly receivedBytes: number;
  /** True when the answer had more than `base64` holds. */
  readonly isTruncated: boolean;
}

/** How much of a refusal body is kept. 64 KiB holds any gateway's error page (design.md section 3). */
export const MAX_BODY_BYTES = 64 * 1024;

/** Who wrote the answer: a forward proxy can refuse the tunnel before the target is ever asked. */
export type Responder = 'target' | 'proxy';

export interface UpgradeResponse {
  readonly from: Responder;
  /** For example `1.1`. */
  readonly httpVersion: string;
  readonly status: number;
  /** The reason phrase; may be empty. */
  readonly reason: string;
  readonly headers: readonly HeaderField[];
  /** `null` until the body has been read, and for a 101, which has none. */
  readonly body: ResponseBody | null;
}

export interface Certificate {
  /** Distinguished name, for example `CN=gateway.example.com, O=Example`. */
  readonly subject: string;
  readonly issuer: string;
  /** Subject alternative names, for example `DNS:gateway.example.com`. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
  /** SHA-256, upper-case hex pairs joined by colons. */
  readonly fingerprint: string;
  readonly serialNumber: string;
  readonly isSelfSigned: boolean;
}

export interface TlsRecord {
  /** For example `TLSv1.3`. */
  readonly version: string;
  readonly cipher: string;
  /** The protocol selected through ALPN, or `null` when the server selected none. */
  readonly alpn: string | null;
  /** The name sent in SNI, or `null` for an IP address. */
  readonly serverName: string | null;
  /** The chain as the server presented it, leaf first. */
  readonly chain: readonly Certificate[];
  readonly trust: TlsTrust;
}

export type TlsTrust =
  | { readonly kind: 'trusted' }
  /** Not trusted; `isAccepted` when the profile has switched verification off, so that the attempt went on. */
  | {
      readonly kind: 'untrusted';
      readonly code: string;
      readonly message: string;
      readonly isAccepted: boolean;
    };

/** Whether one rule for the answer (RFC 6455 sections 4.1 and 4.2.2) was kept. */
export interface HandshakeCheck {
  /** Stable, for example `status-101` or `accept`. */
  readonly id: HandshakeCheckId;
  readonly verdict: 'kept' | 'broken' | 'warning';
  /** The rule in plain words. */
  readonly rule: string;
  /** What the answer said. */
  readonly seen: string;
  /** For example `RFC 6455 section 4.2.2`. */
  readonly source: string;
}

export type HandshakeCheckId =
  | 'http-version'
  | 'status-101'
  | 'upgrade'
  | 'connection'
  | 'accept'
  | 'subprotocol'
  | 'extensions';

/** Why an attempt ended without an answer that opens a connection. */
export interface HandshakeFailure {
  /** Where it ended. `checks`: a 101 came and breaks a rule. */
  readonly step: HandshakeStep | 'checks';
  /** Stable, for example `dns-not-found`, `tcp-refused`, `tls-untrusted`, `answer-timeout`. */
  readonly code: HandshakeFailureCode;
  /** A sentence that says what went wrong. */
  readonly message: string;
  /** A sentence that says what to do. */
  readonly advice: string;
  /** The system's or library's own word, for example `ECONNREFUSED` or `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly systemCode: string | null;
}

export const HANDSHAKE_FAILURE_CODES = [
  'dns-not-found',
  'dns-unavailable',
  'dns-timeout',
  'tcp-refused',
  'tcp-unreachable',
  'tcp-reset',
  'tcp-timeout',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-timeout',
  'tls-untrusted',
  'tls-expired',
  'tls-not-yet-valid',
  'tls-wrong-host',
  'tls-client-certificate-required',
  'tls-client-certificate-unusable',
  'tls-not-tls',
  'tls-protocol',
  'tls-reset',
  'tls-timeout',
  'request-failed',
  'answer-not-http',
  'answer-too-large',
  'answer-tls-expected',
  'answer-reset',
  'answer-closed',
  'answer-timeout',
  'checks-broken',
  'target-forbidden',
  'request-invalid',
  'browser-hidden',
  'companion-lost',
  'unexpected',
] as const;
export type HandshakeFailureCode = (typeof HANDSHAKE_FAILURE_CODES)[number];

export type HandshakeOutcome =
  | {
      readonly kind: 'open';
      /** The subprotocol selected by the server, or `null`. */
      readonly subprotocol: string | null;
      /** The accepted extensions as the header has them, or `null`. */
      readonly extensions: string | null;
    }
  /** An HTTP answer other than 101: it stands in `response`. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly failure: HandshakeFailure }
  /** The person cancelled; `step` is what was under way. */
  | { readonly kind: 'cancelled'; readonly step: HandshakeStep | null };

/** An address that the target's (or the proxy's) name resolved to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface HandshakeRecord {
  readonly madeBy: Transport;
  /** The URL dialled. It holds the secrets of the query as sent: mask it before showing (`maskUrl`). */
  readonly url: string;
  readonly startedAt: number;
  readonly steps: readonly StepTiming[];
  readonly addresses: readonly ResolvedAddress[];
  /** The address and port used, for example `203.0.113.7:443`; `null` until connected. */
  readonly remoteAddress: string | null;
  /** The forward proxy used, without its credentials; `null` when dialled directly. */
  readonly proxy: string | null;
  readonly tls: TlsRecord | null;
  readonly request: UpgradeRequest | null;
  /** When the first byte of the answer came; `null` until then. */
  readonly firstByteMs: number | null;
  readonly response: UpgradeResponse | null;
  readonly checks: readonly HandshakeCheck[];
  readonly outcome: HandshakeOutcome | null;
  /** When the outcome was known; `null` until then. */
  readonly endedMs: number | null;
}
