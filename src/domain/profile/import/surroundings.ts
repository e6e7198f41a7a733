import { MAX_FOLDER_DEPTH } from './importLimits.ts';
import type { ImportNotes } from './importNotes.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readFields } from './readRows.ts';
import {
  NO_AUTHENTICATION,
  NO_VARIABLES,
  type DraftAuthentication,
  type DraftField,
  type Variables,
} from './requestDraft.ts';

/** What holds for all requests of a folder, unless they say otherwise. */
export interface Surroundings {
  readonly folders: readonly string[];
  readonly authentication: DraftAuthentication;
  readonly headers: readonly DraftField[];
  readonly variables: Variables;
}

export const NO_SURROUNDINGS: Surroundings = {
  folders: [],
  authentication: NO_AUTHENTICATION,
  headers: [],
  variables: NO_VARIABLES,
};

export interface Folder {
  readonly place: string;
  readonly name: string;
  readonly authentication: unknown;
  readonly headers: unknown;
  readonly variables: Variables;
}

/** What is nearer to a request holds: headers of an outer folder, less those that an inner one has by the same name. */
export function overrideHeaders(
  outer: readonly DraftField[],
  inner: readonly DraftField[],
): readonly DraftField[] {
  const overridden = new Set(
    inner.filter(({ isEnabled }) => isEnabled).map(({ name }) => name.toLowerCase()),
  );
  return [...outer.filter(({ name }) => !overridden.has(name.toLowerCase())), ...inner];
}

/** Goes into a folder; `null`, and a word on it, where folders are nested too deep. */
export function enterFolder(around: Surroundings, folder: Folder, notes: ImportNotes): Surroundings | null {
  if (around.folders.length >= MAX_FOLDER_DEPTH) {
    notes.leave(folder.place, 'Its folders are nested too deep.');
    return null;
  }
  return {
    folders: [...around.folders, folder.name],
    authentication: readAuthentication(folder.authentication, around.authentication),
    headers: overrideHeaders(around.headers, readFields(folder.headers, `${folder.place}.headers`, notes)),
    variables: new Map([...around.variables, ...folder.variables]),
  };
}
