import { GATEWAY_IDS } from '#domain/gateway/gateways.ts';
import * as v from 'valibot';
import type {
  ApiProblem,
  CompanionStatus,
  LocalGateways,
  ProfilesFileAnswer,
  ProfilesFileSave,
  ProfilesFileSaveAnswer,
} from './companionApi.ts';
import { ConnectionRequestSchema } from './connectionRequestSchema.ts';
import { parseWith, type Parsed } from './parsed.ts';

const StatusSchema = v.object({
  name: v.literal('postern'),
  version: v.string(),
  startedAt: v.number(),
  nodeVersion: v.string(),
});

const ScenarioSchema = v.object({
  id: v.string(),
  title: v.string(),
  expects: v.picklist(['open', 'refused', 'failed']),
  isSynthetic: v.boolean(),
  note: v.string(),
  request: ConnectionRequestSchema,
  secretNames: v.array(v.string()),
  firstMessage: v.nullable(v.string()),
});

const GatewaysSchema = v.object({
  gateways: v.array(
    v.object({
      gateway: v.picklist(GATEWAY_IDS),
      name: v.string(),
      baseUrl: v.string(),
      scenarios: v.array(ScenarioSchema),
    }),
  ),
});

const FILE_TEXT = { name: v.string(), text: v.string(), revision: v.string() };

const ProfilesFileSchema = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('unchanged') }),
  v.object({ kind: v.literal('file'), ...FILE_TEXT }),
  v.object({ kind: v.literal('unreadable'), name: v.string(), message: v.string() }),
]);

const ProfilesFileSaveSchema = v.object({ text: v.string(), expectedRevision: v.string() });

const ProfilesFileSavedSchema = v.variant('kind', [
  v.object({ kind: v.literal('saved'), revision: v.string() }),
  v.object({ kind: v.literal('changed'), file: v.object(FILE_TEXT) }),
]);

const ProblemSchema = v.object({ code: v.string(), message: v.string() });

export const parseCompanionStatus = (input: unknown): Parsed<CompanionStatus> =>
  parseWith(StatusSchema, input);
export const parseLocalGateways = (input: unknown): Parsed<LocalGateways> => parseWith(GatewaysSchema, input);
export const parseApiProblem = (input: unknown): Parsed<ApiProblem> => parseWith(ProblemSchema, input);
export const parseProfilesFileAnswer = (input: unknown): Parsed<ProfilesFileAnswer> =>
  parseWith(ProfilesFileSchema, input);
export const parseProfilesFileSave = (input: unknown): Parsed<ProfilesFileSave> =>
  parseWith(ProfilesFileSaveSchema, input);
export const parseProfilesFileSaveAnswer = (input: unknown): Parsed<ProfilesFileSaveAnswer> =>
  parseWith(ProfilesFileSavedSchema, input);
