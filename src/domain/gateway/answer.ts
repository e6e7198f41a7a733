import { decodeBase64 } from '../format/base64.ts';
import type { HandshakeRecord, UpgradeResponse } from '../handshake/handshakeRecord.ts';

/** What a gateway answered, with its body as text and, where it is JSON, parsed. */
export interface Answer {
  readonly response: UpgradeResponse;
  readonly status: number;
  /** Empty when there is no body. */
  readonly text: string;
  /** `undefined` when the body is not JSON. */
  readonly json: unknown;
}

/** The target's answer; `null` when none came, or when a forward proxy answered in the target's place. */
export function readAnswer(record: HandshakeRecord): Answer | null {
  const { response } = record;
  if (response === null || response.from === 'proxy') return null;
  const text = readText(response);
  return { response, status: response.status, text, json: parse(text) };
}

function readText({ body }: UpgradeResponse): string {
  const decoded = decodeBase64(body?.base64 ?? '');
  return decoded.ok ? new TextDecoder().decode(decoded.bytes) : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Most refusal bodies of proxies are HTML or text.
    return undefined;
  }
}
