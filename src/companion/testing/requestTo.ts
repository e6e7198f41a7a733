import { DEFAULT_CONNECT_OPTIONS, type ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { ConnectOptions, TimeLimits, TlsOptions } from '#domain/connection/connectionRequest.ts';

export interface RequestWish extends Partial<Omit<ConnectionRequest, 'options' | 'url'>> {
  readonly tls?: Partial<TlsOptions>;
  readonly limits?: Partial<TimeLimits>;
  readonly proxy?: ConnectOptions['proxy'];
  readonly offersCompression?: boolean;
}

/** Long for a loopback, short for a test that waits for it in vain. */
const LIMIT_MS = 5_000;
const LIMITS: TimeLimits = { dnsMs: LIMIT_MS, tcpMs: LIMIT_MS, tlsMs: LIMIT_MS, answerMs: LIMIT_MS };

export function requestTo(url: string, wish: RequestWish = {}): ConnectionRequest {
  const { tls, limits, proxy, offersCompression, ...fields } = wish;
  return {
    transport: 'companion',
    headers: [],
    origin: null,
    subprotocols: [],
    maxFrameBytes: null,
    ...fields,
    url,
    options: {
      offersCompression: offersCompression ?? false,
      tls: { ...DEFAULT_CONNECT_OPTIONS.tls, ...tls },
      limits: { ...LIMITS, ...limits },
      proxy: proxy ?? { kind: 'none' },
    },
  };
}
