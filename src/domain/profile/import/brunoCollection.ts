import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { readBrunoMessage, readBrunoRequest } from './brunoRequest.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readDescription, readVariables, scalarText } from './readRows.ts';
import type { Environment, ImportSource, RequestDraft } from './requestDraft.ts';
import { enterFolder, NO_SURROUNDINGS, type Surroundings } from './surroundings.ts';

const Item = v.looseObject({
  name: Text,
  type: Text,
  items: v.optional(v.nullable(v.array(v.unknown()))),
  root: v.optional(v.unknown()),
  request: v.optional(v.unknown()),
});

const Request = v.looseObject({ url: Text, body: v.optional(v.unknown()), auth: v.optional(v.unknown()) });

const Collection = v.looseObject({
  name: Text,
  items: List,
  environments: List,
  root: v.optional(v.unknown()),
});

const EnvironmentItem = v.looseObject({ name: Text, variables: v.optional(v.unknown()) });

/** The JSON of Bruno's "Share, Bruno collection". */
export const brunoCollection: ImportFormat = {
  name: 'Bruno collection',
  recognise: (document) =>
    Array.isArray(memberOf(document, 'items')) &&
    (memberOf(document, 'brunoConfig') !== undefined ||
      /^bruno/i.test(scalarText(memberOf(document, 'exportedUsing')) ?? '') ||
      memberOf(document, 'version') === '1'),
  read: readCollection,
};

function readCollection(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];
  const collection = notes.read(Collection, document, 'the collection');

  function enter(around: Surroundings, name: string, root: unknown, place: string): Surroundings | null {
    const request = memberOf(root, 'request');
    const variables = readVariables(memberOf(memberOf(request, 'vars'), 'req'), `${place}.vars.req`, notes);
    const headers = memberOf(request, 'headers');
    return enterFolder(
      around,
      { place, name, authentication: memberOf(request, 'auth'), headers, variables },
      notes,
    );
  }

  function readItem(value: unknown, place: string, around: Surroundings): void {
    const item = notes.read(Item, value, place);
    if (item === null) return;
    if (item.type === 'folder') {
      const within = enter(around, item.name, item.root, `${place}.root.request`);
      if (within === null) return;
      for (const [index, child] of (item.items ?? []).entries())
        readItem(child, `${place}.items[${index}]`, within);
      return;
    }
    const request = notes.read(Request, item.request, `${place}.request`);
    if (request === null) return;
    const messages = notes.read(List, memberOf(request.body, 'ws'), `${place}.request.body.ws`) ?? [];
    requests.push(
      readBrunoRequest(
        {
          place,
          name: item.name,
          description: readDescription(request['docs']),
          type: item.type,
          url: request.url,
          headers: request['headers'],
          params: request['params'],
          auth: request.auth,
          variables: memberOf(request['vars'], 'req'),
          leftOut: [
            ...leftOutMembers(request, {
              script: 'scripts',
              tests: 'tests',
              assertions: 'assertions',
            }),
            ...leftOutMembers(item, { settings: 'settings of its own' }),
          ],
          messages: messages.flatMap((message, index) =>
            readBrunoMessage(message, `${place}.request.body.ws[${index}]`, notes),
          ),
        },
        around,
        notes,
      ),
    );
  }

  if (collection !== null) {
    const within = enter(NO_SURROUNDINGS, collection.name, collection.root, 'root.request');
    if (within !== null) {
      for (const [index, item] of collection.items.entries()) readItem(item, `items[${index}]`, within);
    }
  }
  return {
    requests,
    environments: readEnvironments(collection?.environments ?? [], 'environments', notes),
    leftBehind: notes.leftBehind,
    notice: null,
  };
}

export function readEnvironments(
  list: readonly unknown[],
  place: string,
  notes: ImportNotes,
): readonly Environment[] {
  return list.flatMap((value, index) => {
    const at = `${place}[${index}]`;
    const item = notes.read(EnvironmentItem, value, at);
    return item === null
      ? []
      : [{ name: item.name, variables: readVariables(item.variables, `${at}.variables`, notes) }];
  });
}
