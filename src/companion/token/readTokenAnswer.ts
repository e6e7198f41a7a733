import type { OAuthRefusal, OAuthTokenAnswer } from '#domain/token/oauthToken.ts';
import * as v from 'valibot';
import { createMasker } from '../check/valueMasker.ts';
import { MAX_DESCRIPTION_LENGTH } from './limits.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** RFC 6749 section 5.1. Apigee and others write the number of seconds as text. */
const TokenSchema = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  token_type: v.optional(v.string(), 'Bearer'),
  expires_in: v.optional(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))])),
  scope: v.optional(v.string()),
});

/** RFC 6749 section 5.2; with capitals and `ErrorCode` it is Apigee's own (gateways.md 4.3 has its `fault`). */
const RefusalSchema = v.object({
  error: v.optional(v.string()),
  error_description: v.optional(v.string()),
  ErrorCode: v.optional(v.string()),
  Error: v.optional(v.string()),
  fault: v.optional(v.object({ faultstring: v.string() })),
  message: v.optional(v.string()),
});

/** What a token endpoint answered, with `secrets` taken out of its words. */
export function readTokenAnswer(answer: HttpAnswer, secrets: readonly string[]): OAuthTokenAnswer {
  const json = parseJson(answer.body);
  const token = v.safeParse(TokenSchema, json);
  if (answer.status >= 200 && answer.status < 300 && token.success) {
    const { access_token, token_type, expires_in, scope } = token.output;
    return {
      kind: 'token',
      token: {
        accessToken: access_token,
        tokenType: token_type,
        expiresIn: expires_in ?? null,
        scope: scope ?? null,
      },
    };
  }
  return { kind: 'refused', refusal: readRefusal(answer, json, secrets) };
}

function readRefusal(answer: HttpAnswer, json: unknown, secrets: readonly string[]): OAuthRefusal {
  const refusal = v.safeParse(RefusalSchema, json);
  const said = refusal.success ? refusal.output : {};
  const words = said.error_description ?? said.Error ?? said.fault?.faultstring ?? said.message ?? '';
  return {
    status: answer.status,
    error: quotable(said.error ?? said.ErrorCode ?? '', secrets) || null,
    description: quotable(words, secrets) || describeBody(answer, json),
  };
}

/** An answer that nobody designed for us: its kind says what answered. What it contains stays here. */
function describeBody({ contentType, body }: HttpAnswer, json: unknown): string {
  if (body === '' || json !== null) return '';
  const kind = /^[\w.+-]+\/[\w.+-]+/.exec(contentType)?.[0] ?? 'something that is not JSON';
  return `(${kind})`;
}

/** Endpoints quote what they were sent: no secret leaves the companion again this way. */
function quotable(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '').toSorted((a, b) => b.length - a.length);
  const masked = known.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
  const plain = createMasker(secrets)(masked).replaceAll(/\s+/g, ' ').trim();
  return plain.length > MAX_DESCRIPTION_LENGTH ? `${plain.slice(0, MAX_DESCRIPTION_LENGTH)}…` : plain;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON, so neither a token nor an error of the protocol: the status says the rest.
    return null;
  }
}
