import type { CatalogueAnswer } from '#domain/profile/catalogue/catalogueAnswer.ts';
import * as v from 'valibot';
import type { CatalogueRequest } from './companionApi.ts';
import { MAX_URL_LENGTH, text } from './connectionRequestSchema.ts';
import { parseWith, type Parsed } from './parsed.ts';

/** Shapes and sizes only; whether the URL makes sense is for the answer to say. */
const RequestSchema = v.object({ url: text(MAX_URL_LENGTH) });

const AnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('answered'),
    status: v.number(),
    mediaType: v.string(),
    text: v.string(),
  }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);

export const parseCatalogueRequest = (input: unknown): Parsed<CatalogueRequest> =>
  parseWith(RequestSchema, input);
export const parseCatalogueAnswer = (input: unknown): Parsed<CatalogueAnswer> =>
  parseWith(AnswerSchema, input);
