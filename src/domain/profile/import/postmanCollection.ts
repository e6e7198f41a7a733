import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { fillSegments } from './fillSegments.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readDescription, readFields, readVariables, scalarText } from './readRows.ts';
import { newRequestDraft, NO_VARIABLES, type ImportSource, type RequestDraft } from './requestDraft.ts';
import { enterFolder, NO_SURROUNDINGS, type Surroundings } from './surroundings.ts';

const Item = v.looseObject({
  name: Text,
  item: v.optional(v.nullable(v.array(v.unknown()))),
  request: v.optional(v.unknown()),
  auth: v.optional(v.unknown()),
  variable: v.optional(v.unknown()),
});

const Request = v.looseObject({
  url: v.optional(v.unknown()),
  header: v.optional(v.unknown()),
  auth: v.optional(v.unknown()),
});

const Collection = v.looseObject({
  info: v.looseObject({ name: Text }),
  item: List,
  auth: v.optional(v.unknown()),
  variable: v.optional(v.unknown()),
});

/** The collection of Postman's "Export" (v2.0 and v2.1). Postman leaves WebSocket requests out of it. */
export const postmanCollection: ImportFormat = {
  name: 'Postman collection',
  recognise(document) {
    const collection = unwrap(document);
    const info = memberOf(collection, 'info');
    const isNamed = /postman/.test(scalarText(memberOf(info, 'schema')) ?? '');
    return (
      isNamed || (memberOf(info, '_postman_id') !== undefined && Array.isArray(memberOf(collection, 'item')))
    );
  },
  read: readCollection,
};

/** Postman's API answers with the collection in a member of its own. */
function unwrap(document: unknown): unknown {
  const inner = memberOf(document, 'collection');
  return memberOf(inner, 'info') === undefined ? document : inner;
}

function readCollection(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];
  const collection = notes.read(Collection, unwrap(document), 'the collection');

  function readItems(items: readonly unknown[], place: string, around: Surroundings): void {
    for (const [index, value] of items.entries()) readItem(value, `${place}[${index}]`, around);
  }

  function readItem(value: unknown, place: string, around: Surroundings): void {
    const item = notes.read(Item, value, place);
    if (item === null) return;
    if (item.item) {
      const folder = {
        place,
        name: item.name,
        authentication: item.auth,
        headers: undefined,
        variables: readVariables(item.variable, `${place}.variable`, notes),
      };
      const within = enterFolder(around, folder, notes);
      if (within !== null) readItems(item.item, `${place}.item`, within);
      return;
    }
    const request =
      typeof item.request === 'string'
        ? { url: item.request, header: undefined, auth: undefined }
        : notes.read(Request, item.request, `${place}.request`);
    if (request === null) return;
    const { url, header, auth } = request;
    const query = readFields(memberOf(url, 'query'), `${place}.request.url.query`, notes);
    const segments = readFields(memberOf(url, 'variable'), `${place}.request.url.variable`, notes);
    requests.push(
      newRequestDraft({
        place,
        name: item.name,
        folders: around.folders,
        url: fillSegments(scalarText(url) ?? scalarText(memberOf(url, 'raw')) ?? '', segments),
        isWebSocket: false,
        // Those that are switched on stand in the URL already.
        parameters: query.filter((row) => !row.isEnabled),
        description: readDescription(memberOf(item.request, 'description')),
        leftOut: leftOutMembers(value, { event: 'scripts' }),
        headers: readFields(header, `${place}.request.header`, notes),
        authentication: readAuthentication(auth, around.authentication),
        variables: { syntax: 'braces', near: NO_VARIABLES, far: around.variables },
      }),
    );
  }

  if (collection !== null) {
    const root = {
      place: 'the collection',
      name: collection.info.name,
      authentication: collection.auth,
      headers: undefined,
      variables: readVariables(collection.variable, 'variable', notes),
    };
    const within = enterFolder(NO_SURROUNDINGS, root, notes);
    if (within !== null) readItems(collection.item, 'item', within);
  }
  return {
    requests,
    environments: [],
    leftBehind: notes.leftBehind,
    notice:
      'Postman leaves WebSocket requests out of the collections that it exports as JSON. They are in the .request.yaml files of its Local View (Postman 12): import those.',
  };
}
