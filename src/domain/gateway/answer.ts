import { assertNever } from '../assertNever.ts';
import { decodeBody } from '../handshake/decodeBody.ts';
import type { HandshakeRecord, UpgradeResponse } from '../handshake/handshakeRecord.ts';

/** What a gateway answered, with its body as text and, where it is JSON, parsed. */
export interface Answer {
  readonly response: UpgradeResponse;
  readonly status: number;
  /** Empty when there is no body, or a binary one. */
  readonly text: string;
  readonly isHtml: boolean;
  /** `undefined` when the body is not JSON. */
  readonly json: unknown;
}

/** The target's answer; `null` when none came, or when a forward proxy answered in the target's place. */
export function readAnswer(record: HandshakeRecord): Answer | null {
  const { response } = record;
  if (response === null || response.from === 'proxy') return null;
  return { response, status: response.status, ...readBody(response) };
}

function readBody(response: UpgradeResponse): Pick<Answer, 'text' | 'isHtml' | 'json'> {
  const body = decodeBody(response);
  switch (body.kind) {
    case 'empty':
    case 'binary':
      return { text: '', isHtml: false, json: undefined };
    case 'json':
      return { text: body.raw, isHtml: false, json: JSON.parse(body.raw) as unknown };
    case 'text':
    case 'html':
    case 'xml':
      return { text: body.text, isHtml: body.kind === 'html', json: undefined };
    default:
      return assertNever(body);
  }
}
