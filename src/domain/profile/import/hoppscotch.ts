import * as v from 'valibot';
import { isMembers } from '../../format/members.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readDescription, readFields, readVariables } from './readRows.ts';
import { newRequestDraft, type ImportSource, type RequestDraft } from './requestDraft.ts';
import { enterFolder, NO_SURROUNDINGS, overrideHeaders, type Surroundings } from './surroundings.ts';

const Collection = v.looseObject({
  name: Text,
  folders: List,
  requests: List,
  auth: v.optional(v.unknown()),
  headers: v.optional(v.unknown()),
  variables: v.optional(v.unknown()),
});

const Request = v.looseObject({
  name: Text,
  endpoint: Text,
  params: v.optional(v.unknown()),
  headers: v.optional(v.unknown()),
  auth: v.optional(v.unknown()),
  requestVariables: v.optional(v.unknown()),
});

/** The collections of Hoppscotch's "Export": one, or a list of them. Its WebSocket page keeps nothing in them. */
export const hoppscotch: ImportFormat = {
  name: 'Hoppscotch collection',
  recognise: (document) => collectionsOf(document).some(isCollection),
  read: readCollections,
};

function collectionsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}

function isCollection(value: unknown): boolean {
  return (
    isMembers(value) && Array.isArray(value['folders']) && Array.isArray(value['requests']) && 'name' in value
  );
}

function readCollections(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];

  function readCollection(value: unknown, place: string, around: Surroundings): void {
    const collection = notes.read(Collection, value, place);
    if (collection === null) return;
    const within = enterFolder(
      around,
      {
        place,
        name: collection.name,
        authentication: collection.auth,
        headers: collection.headers,
        variables: readVariables(collection.variables, `${place}.variables`, notes),
      },
      notes,
    );
    if (within === null) return;
    for (const [index, folder] of collection.folders.entries()) {
      readCollection(folder, `${place}.folders[${index}]`, within);
    }
    for (const [index, request] of collection.requests.entries()) {
      readRequest(request, `${place}.requests[${index}]`, within);
    }
  }

  function readRequest(value: unknown, place: string, around: Surroundings): void {
    const request = notes.read(Request, value, place);
    if (request === null) return;
    requests.push(
      newRequestDraft({
        place,
        name: request.name,
        description: readDescription(request['description']),
        folders: around.folders,
        url: request.endpoint,
        isWebSocket: false,
        leftOut: leftOutMembers(request, {
          preRequestScript: 'scripts',
          testScript: 'scripts',
        }),
        parameters: readFields(request.params, `${place}.params`, notes),
        headers: overrideHeaders(around.headers, readFields(request.headers, `${place}.headers`, notes)),
        authentication: readAuthentication(request.auth, around.authentication),
        variables: {
          syntax: 'angles',
          near: readVariables(request.requestVariables, `${place}.requestVariables`, notes),
          far: around.variables,
        },
      }),
    );
  }

  for (const [index, collection] of collectionsOf(document).entries()) {
    readCollection(collection, `[${index}]`, NO_SURROUNDINGS);
  }
  return {
    requests,
    environments: [],
    leftBehind: notes.leftBehind,
    notice:
      'Hoppscotch saves nothing of its Realtime page in collections: only requests whose URL begins with ws:// or wss:// are taken.',
  };
}
