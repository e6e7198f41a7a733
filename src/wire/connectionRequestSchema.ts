import * as v from 'valibot';

/** Longest URL, UTF-16 units: gateways stop at 8 to 16 KB, and a person may want to see them do it. */
export const MAX_URL_LENGTH = 64 * 1024;

/** More header fields than any server takes (Node stops at 2,000 pairs, most gateways at 100). */
export const MAX_HEADERS = 500;

/** Longest header name: the longest registered one has 38 characters. */
export const MAX_HEADER_NAME_LENGTH = 1024;

/** Longest header value: tokens with many groups in them pass 16 KB. */
export const MAX_HEADER_VALUE_LENGTH = 64 * 1024;

/** Subprotocols offered; some gateways take a token as one (gateways.md 1.3), hence the length. */
export const MAX_SUBPROTOCOLS = 100;
export const MAX_SUBPROTOCOL_LENGTH = 16 * 1024;

/** Shortest frames to cut messages into, bytes: no gateway asks for less, and a long message would go in millions. */
export const MIN_FRAME_LIMIT_BYTES = 1024;

/** Longest PEM text: Mozilla's whole list of authorities has 230 KB. */
export const MAX_PEM_LENGTH = 256 * 1024;

/** Longest passphrase: OpenSSL reads 1,024 bytes of one. */
export const MAX_PASSPHRASE_LENGTH = 1024;

/** Longest DNS name, RFC 1035 section 2.3.4. */
export const MAX_SERVER_NAME_LENGTH = 255;

/** Longest wait that a person may ask of one step, ms: longer ones are left running by mistake. */
export const MAX_LIMIT_MS = 10 * 60_000;

export function text(maxLength: number) {
  return v.pipe(v.string(), v.maxLength(maxLength, `longer than ${maxLength} characters.`));
}

const LimitSchema = v.pipe(
  v.number(),
  v.minValue(1, 'a limit is at least 1 ms.'),
  v.maxValue(MAX_LIMIT_MS, `a limit is at most ${MAX_LIMIT_MS} ms.`),
);

const HeaderSchema = v.object({ name: text(MAX_HEADER_NAME_LENGTH), value: text(MAX_HEADER_VALUE_LENGTH) });

const TlsOptionsSchema = v.object({
  verifiesCertificate: v.boolean(),
  caPem: text(MAX_PEM_LENGTH),
  clientCertificatePem: text(MAX_PEM_LENGTH),
  clientKeyPem: text(MAX_PEM_LENGTH),
  clientKeyPassphrase: text(MAX_PASSPHRASE_LENGTH),
  serverName: text(MAX_SERVER_NAME_LENGTH),
});

const TimeLimitsSchema = v.object({
  dnsMs: LimitSchema,
  tcpMs: LimitSchema,
  tlsMs: LimitSchema,
  answerMs: LimitSchema,
});

export const ProxyChoiceSchema = v.variant('kind', [
  v.object({ kind: v.literal('environment') }),
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('url'), url: text(MAX_URL_LENGTH) }),
]);

/**
 * Shapes and sizes only. Whether the URL, a header or a subprotocol makes sense is for the handshake to say, as the
 * failure of an attempt, where the person looks for it.
 */
export const ConnectionRequestSchema = v.object({
  transport: v.picklist(['companion', 'browser']),
  url: text(MAX_URL_LENGTH),
  headers: v.pipe(v.array(HeaderSchema), v.maxLength(MAX_HEADERS, `more than ${MAX_HEADERS} headers.`)),
  origin: v.nullable(text(MAX_HEADER_VALUE_LENGTH)),
  subprotocols: v.pipe(
    v.array(text(MAX_SUBPROTOCOL_LENGTH)),
    v.maxLength(MAX_SUBPROTOCOLS, `more than ${MAX_SUBPROTOCOLS} subprotocols.`),
  ),
  maxFrameBytes: v.nullable(
    v.pipe(
      v.number(),
      v.integer('not a whole number.'),
      v.minValue(MIN_FRAME_LIMIT_BYTES, `frames are not cut shorter than ${MIN_FRAME_LIMIT_BYTES} bytes.`),
    ),
  ),
  options: v.object({
    offersCompression: v.boolean(),
    tls: TlsOptionsSchema,
    limits: TimeLimitsSchema,
    proxy: ProxyChoiceSchema,
  }),
});
