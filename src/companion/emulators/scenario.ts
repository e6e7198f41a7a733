import { DEFAULT_CONNECT_OPTIONS } from '#domain/connection/connectionRequest.ts';
import type { HeaderField } from '#domain/handshake/handshakeRecord.ts';
import type { LocalScenario } from '#wire/companionApi.ts';
import { type Confidence, isSynthetic } from './server/answer.ts';

/** A scenario with only what sets it apart from the others. */
export interface ScenarioRow {
  readonly id: string;
  readonly title: string;
  readonly expects: LocalScenario['expects'];
  /** Of what the gateway answers, or does, in this scenario. */
  readonly confidence: Confidence;
  readonly note: string;
  readonly url: string;
  readonly headers?: readonly HeaderField[];
  readonly subprotocols?: readonly string[];
  readonly verifiesCertificate?: boolean;
  readonly secretNames?: readonly string[];
  readonly firstMessage?: string;
}

export function toScenario(row: ScenarioRow): LocalScenario {
  const { tls, ...options } = DEFAULT_CONNECT_OPTIONS;
  return {
    id: row.id,
    title: row.title,
    expects: row.expects,
    isSynthetic: isSynthetic(row.confidence),
    note: row.note,
    request: {
      transport: 'companion',
      url: row.url,
      headers: row.headers ?? [],
      origin: null,
      subprotocols: row.subprotocols ?? [],
      maxFrameBytes: null,
      options: {
        ...options,
        tls: { ...tls, verifiesCertificate: row.verifiesCertificate ?? true },
        // No proxy stands between a machine and itself, whatever HTTP_PROXY says.
        proxy: { kind: 'none' },
      },
    },
    secretNames: row.secretNames ?? [],
    firstMessage: row.firstMessage ?? null,
  };
}

/** Adds query parameters, in order, to a URL that has none. */
export function withQuery(url: string, parameters: Readonly<Record<string, string>>): string {
  return `${url}?${new URLSearchParams(parameters).toString()}`;
}
