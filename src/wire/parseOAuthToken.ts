import type { OAuthTokenAnswer, OAuthTokenRequest } from '#domain/token/oauthToken.ts';
import * as v from 'valibot';
import {
  MAX_HEADER_VALUE_LENGTH,
  MAX_PEM_LENGTH,
  MAX_URL_LENGTH,
  ProxyChoiceSchema,
  text,
} from './connectionRequestSchema.ts';
import { parseWith, type Parsed } from './parsed.ts';

/** More parameters than any token endpoint reads. */
const MAX_TOKEN_PARAMETERS = 100;

/** Shapes and sizes only; whether the URL makes sense is for the answer to say. */
const RequestSchema = v.object({
  url: text(MAX_URL_LENGTH),
  clientId: text(MAX_HEADER_VALUE_LENGTH),
  clientSecret: text(MAX_HEADER_VALUE_LENGTH),
  authentication: v.picklist(['basic', 'body']),
  scope: text(MAX_HEADER_VALUE_LENGTH),
  audience: text(MAX_HEADER_VALUE_LENGTH),
  parameters: v.pipe(
    v.array(v.object({ name: text(MAX_HEADER_VALUE_LENGTH), value: text(MAX_HEADER_VALUE_LENGTH) })),
    v.maxLength(MAX_TOKEN_PARAMETERS, `more than ${MAX_TOKEN_PARAMETERS} parameters.`),
  ),
  caPem: text(MAX_PEM_LENGTH),
  proxy: ProxyChoiceSchema,
});

const AnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('token'),
    token: v.object({
      accessToken: v.string(),
      tokenType: v.string(),
      expiresIn: v.nullable(v.number()),
      scope: v.nullable(v.string()),
    }),
  }),
  v.object({
    kind: v.literal('refused'),
    refusal: v.object({ status: v.number(), error: v.nullable(v.string()), description: v.string() }),
  }),
  v.object({ kind: v.literal('failed'), code: v.string(), message: v.string() }),
]);

export const parseOAuthTokenRequest = (input: unknown): Parsed<OAuthTokenRequest> =>
  parseWith(RequestSchema, input);
export const parseOAuthTokenAnswer = (input: unknown): Parsed<OAuthTokenAnswer> =>
  parseWith(AnswerSchema, input);
