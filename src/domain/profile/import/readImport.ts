import type { Environment } from '../environment.ts';
import { effectiveGateway } from '../effectiveGateway.ts';
import type { FiledProfile } from '../file/parseProfilesFile.ts';
import { mapSecretIds } from '../mapSecretIds.ts';
import { secretNames } from '../secretNames.ts';
import { recogniseFormat } from './importFormats.ts';
import { MAX_IMPORT_LENGTH, MAX_IMPORTED_PROFILES } from './importLimits.ts';
import { parseDocuments } from './parseDocuments.ts';
import { placesOf } from './placesOf.ts';
import {
  NO_VARIABLES,
  type ImportSource,
  type LeftBehind,
  type RequestDraft,
  type Variables,
} from './requestDraft.ts';
import { toImportedProfile, type ImportedProfile } from './toImportedProfile.ts';
import { withNumber } from './withNumber.ts';

export type { ImportedProfile } from './toImportedProfile.ts';
export type { LeftBehind } from './requestDraft.ts';

export interface ImportFile {
  /** Empty for text that was pasted. */
  readonly name: string;
  readonly text: string;
}

export interface ImportOptions {
  /** The name of the environment whose variables are filled in; without it, the first. */
  readonly environment?: string;
  readonly newId: () => string;
}

export type ImportReading =
  | {
      readonly kind: 'import';
      /** The names of the formats that were recognised. */
      readonly formats: readonly string[];
      readonly profiles: readonly ImportedProfile[];
      readonly leftBehind: readonly LeftBehind[];
      readonly notices: readonly string[];
      /** Those of the files; which of them was filled in, is `environment`. */
      readonly environments: readonly string[];
      readonly environment: string | null;
      /** Those of Postern's own files, whose variables stay variables. */
      readonly ownEnvironments: readonly Environment[];
    }
  /** Nothing was taken; a sentence on why. */
  | { readonly kind: 'problem'; readonly message: string };

/** Makes profiles of the files that other tools write. Variables in one file are filled in with those of another. */
export async function readImport(
  files: readonly ImportFile[],
  { environment: chosen, newId }: ImportOptions,
): Promise<ImportReading> {
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_IMPORT_LENGTH) {
    return problem(
      `This is too large: an import has at most ${MAX_IMPORT_LENGTH / 1024 / 1024} million characters.`,
    );
  }
  const problems: LeftBehind[] = [];
  const sources: (ImportSource & { readonly format: string })[] = [];
  for (const { name, text } of files) {
    const inFile = (place: string) => (files.length > 1 ? `${name}: ${place}` : place);
    const parsed = await parseDocuments(text);
    if (!parsed.ok) {
      problems.push({ place: name, reason: parsed.message });
      continue;
    }
    for (const document of parsed.documents) {
      const format = recogniseFormat(document);
      if (format === null) problems.push({ place: name, reason: UNKNOWN });
      else sources.push({ format: format.name, ...placed(format.read(document), name, inFile) });
    }
  }
  if (sources.length === 0) return problem(sentenceOf(problems[0] ?? { place: '', reason: UNKNOWN }));

  const environments = sources.flatMap((source) => source.environments);
  const environment = environments.find(({ name }) => name === chosen) ?? environments[0];
  const { profiles, leftBehind } = toProfiles(sources, environment?.variables ?? NO_VARIABLES, newId);
  return {
    kind: 'import',
    formats: [...new Set(sources.map(({ format }) => format))],
    profiles,
    leftBehind: withoutRepeats([
      ...problems,
      ...sources.flatMap((source) => source.leftBehind),
      ...leftBehind,
    ]),
    notices: [...new Set(sources.flatMap(({ notice }) => notice ?? []))],
    environments: [...new Set(environments.map(({ name }) => name))],
    environment: environment?.name ?? null,
    ownEnvironments: sources.flatMap((source) => source.ownEnvironments ?? []),
  };
}

const UNKNOWN =
  'It is none of the files that Postern knows: Postman, Insomnia, Hoppscotch, Bruno, AsyncAPI, OpenAPI, HAR, or its own.';

function problem(message: string): ImportReading {
  return { kind: 'problem', message };
}

function sentenceOf({ place, reason }: LeftBehind): string {
  return place === '' ? `This cannot be imported. ${reason}` : `${place} cannot be imported. ${reason}`;
}

function placed(source: ImportSource, fileName: string, inFile: (place: string) => string): ImportSource {
  return {
    ...source,
    environments: source.environments.map((environment) => ({
      ...environment,
      name: environment.name || fileName.replace(/\.\w+$/, '') || 'Environment',
    })),
    requests: source.requests.map((draft) => ({
      ...draft,
      name: draft.name || requestNameOf(fileName),
      place: inFile(draft.place),
      messages: draft.messages.map((message) => ({ ...message, place: inFile(message.place) })),
    })),
    looseMessages: (source.looseMessages ?? []).map((message) => ({
      ...message,
      place: inFile(message.place),
      name: message.name || fileName.replace(/(?:\.message)?\.\w+$/, ''),
    })),
    leftBehind: source.leftBehind.map((left) => ({ ...left, place: inFile(left.place) })),
  };
}

/** Postman's files of one request each are named after it, and say its name only where it differs. */
function requestNameOf(fileName: string): string {
  return /^(.+)\.request\.ya?ml$/.exec(fileName)?.[1] ?? '';
}

/** What several profiles share, is left behind once. */
function withoutRepeats(leftBehind: readonly LeftBehind[]): readonly LeftBehind[] {
  return [...new Map(leftBehind.map((left) => [`${left.place}\n${left.reason}`, left])).values()];
}

interface Made {
  readonly profiles: readonly ImportedProfile[];
  readonly leftBehind: readonly LeftBehind[];
}

function toProfiles(sources: readonly ImportSource[], environment: Variables, newId: () => string): Made {
  const profiles: ImportedProfile[] = sources.flatMap(({ profiles: own = [] }) =>
    own.map((filed) => toOwnProfile(filed, newId)),
  );
  const leftBehind: LeftBehind[] = [];
  const otherPlaces: string[] = [];
  /** A recording has one endpoint with several queries. */
  const taken = new Set<string>();
  const shared = sources.flatMap((source) => [...(source.shared ?? NO_VARIABLES)]);
  for (const request of withLooseMessages(sources, leftBehind)) {
    const { variables } = request;
    const draft = { ...request, variables: { ...variables, far: new Map([...shared, ...variables.far]) } };
    const outcome = toImportedProfile(draft, environment, newId);
    if (outcome.kind === 'otherProtocol') otherPlaces.push(draft.place);
    else leftBehind.push(...outcome.leftBehind);
    if (outcome.kind !== 'profile') continue;
    profiles.push(draft.name.trim() === '' ? withNumber(outcome.profile, taken) : outcome.profile);
  }
  const [first] = otherPlaces;
  if (first !== undefined)
    leftBehind.push({ place: placesOf(first, otherPlaces.length), reason: OTHER_PROTOCOL });
  if (profiles.length > MAX_IMPORTED_PROFILES) {
    const count = profiles.length - MAX_IMPORTED_PROFILES;
    const reason = `${count} more profiles were left out: an import makes at most ${MAX_IMPORTED_PROFILES}.`;
    leftBehind.push({ place: profiles[MAX_IMPORTED_PROFILES]?.place ?? '', reason });
  }
  return { profiles: profiles.slice(0, MAX_IMPORTED_PROFILES), leftBehind };
}

/** Files do not say whose messages they are: chosen with one such request, they are its own. */
function withLooseMessages(
  sources: readonly ImportSource[],
  leftBehind: LeftBehind[],
): readonly RequestDraft[] {
  const requests = sources.flatMap((source) => source.requests);
  const loose = sources.flatMap(({ looseMessages = [] }) => looseMessages);
  const owners = requests.filter(({ hasLooseMessages }) => hasLooseMessages);
  const [owner] = owners;
  const isClear = loose.length > 0 && owners.length === 1;
  if (!isClear) {
    const reason = owner === undefined ? NO_OWNER : 'It does not say which of these requests it belongs to.';
    leftBehind.push(...loose.map(({ place }) => ({ place, reason })));
    leftBehind.push(...owners.map(({ place }) => ({ place, reason: MESSAGES_APART })));
  }
  return requests.map((request) =>
    isClear && request === owner ? { ...request, messages: loose } : request,
  );
}

const NO_OWNER = 'A message by itself is no profile: choose it together with its request.';
const MESSAGES_APART = 'Its messages are files of their own: choose them together with this request alone.';

const OTHER_PROTOCOL = 'No WebSocket by its URL, which does not begin with ws:// or wss://.';

/** With secrets of its own, to be filled in: whatever the file calls them, none that this device holds is among them. */
function toOwnProfile({ path, profile }: FiledProfile, newId: () => string): ImportedProfile {
  // The store says when it was made.
  const {
    id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...fields
  } = mapSecretIds(profile, () => newId());
  const gateway = effectiveGateway(profile);
  return {
    place: path,
    id,
    fields,
    secrets: {},
    gateway: gateway === 'generic' ? null : gateway,
    message: null,
    toFillIn: secretNames(profile).map((name) => `the secret ${name}`),
  };
}
