import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { fillSegments } from './fillSegments.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readFields, readNestedVariables, scalarText } from './readRows.ts';
import { newRequestDraft, type Environment, type ImportSource, type RequestDraft } from './requestDraft.ts';
import { enterFolder, NO_SURROUNDINGS, type Surroundings } from './surroundings.ts';

const Item = v.looseObject({
  name: Text,
  url: v.optional(Text),
  meta: v.optional(v.looseObject({ id: Text, description: Text })),
  children: v.optional(v.nullable(v.array(v.unknown()))),
  headers: v.optional(v.unknown()),
  parameters: v.optional(v.unknown()),
  pathParameters: v.optional(v.unknown()),
  authentication: v.optional(v.unknown()),
  environment: v.optional(v.unknown()),
});

const File = v.looseObject({ name: Text, collection: List, environments: v.optional(v.unknown()) });

const EnvironmentItem = v.looseObject({ name: Text, data: v.optional(v.unknown()) });

/** What Insomnia 11 and later exports, and keeps in Git: YAML. */
export const insomnia5: ImportFormat = {
  name: 'Insomnia 5 collection',
  recognise: (document) => /^\w+\.insomnia\.rest\/5/.test(scalarText(memberOf(document, 'type')) ?? ''),
  read: readFile,
};

function readFile(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];
  const file = notes.read(File, document, 'the file');
  const base = readNestedVariables(memberOf(file?.environments, 'data'));

  const headersOf = ({ headers }: { readonly headers?: unknown }, place: string, around: Surroundings) => [
    ...around.headers,
    ...readFields(headers, `${place}.headers`, notes),
  ];

  function readItem(value: unknown, place: string, around: Surroundings): void {
    const item = notes.read(Item, value, place);
    if (item === null) return;
    if (item.children) {
      if (leftOutMembers(value, { scripts: 'scripts' }).length > 0)
        notes.leave(`${place}.scripts`, 'Scripts: Postern has no place for them.');
      const folder = {
        place,
        name: item.name,
        authentication: item.authentication,
        headers: undefined,
        variables: readNestedVariables(item.environment),
      };
      const inner = enterFolder(around, folder, notes);
      if (inner === null) return;
      // Insomnia sends those of the same name together.
      const within = { ...inner, headers: headersOf(item, place, around) };
      for (const [index, child] of item.children.entries())
        readItem(child, `${place}.children[${index}]`, within);
      return;
    }
    if (item.meta?.id.startsWith('socketio-req') === true) {
      return notes.leave(place, 'Socket.IO is a protocol of its own on top of WebSocket: it was left out.');
    }
    const segments = readFields(item.pathParameters, `${place}.pathParameters`, notes);
    requests.push(
      newRequestDraft({
        place,
        name: item.name,
        folders: around.folders,
        url: fillSegments(item.url ?? '', segments),
        // Insomnia tells its kinds of requests by their ids.
        isWebSocket: item.meta?.id.startsWith('ws-req') === true,
        description: item.meta?.description ?? '',
        parameters: readFields(item.parameters, `${place}.parameters`, notes),
        headers: headersOf(item, place, around),
        leftOut: leftOutMembers(value, { scripts: 'scripts' }),
        authentication: readAuthentication(item.authentication, around.authentication),
        variables: { syntax: 'underscore', near: around.variables, far: base },
      }),
    );
  }

  const within = { ...NO_SURROUNDINGS, folders: [file?.name ?? ''] };
  for (const [index, item] of (file?.collection ?? []).entries()) {
    readItem(item, `collection[${index}]`, within);
  }
  const cookies = memberOf(memberOf(document, 'cookieJar'), 'cookies');
  if (Array.isArray(cookies) && cookies.length > 0) {
    notes.leave('cookieJar.cookies', 'Cookies: Postern sends those that stand in a header Cookie.');
  }
  return {
    requests,
    environments: readEnvironments(file?.environments, notes),
    leftBehind: notes.leftBehind,
    notice: requests.some((request) => request.isWebSocket)
      ? 'Insomnia leaves the messages of WebSocket requests out of this kind of file.'
      : null,
  };
}

function readEnvironments(environments: unknown, notes: ImportNotes): readonly Environment[] {
  const list =
    notes.read(List, memberOf(environments, 'subEnvironments'), 'environments.subEnvironments') ?? [];
  return list.flatMap((value, index) => {
    const place = `environments.subEnvironments[${index}]`;
    const item = notes.read(EnvironmentItem, value, place);
    return item === null ? [] : [{ name: item.name, variables: readNestedVariables(item.data) }];
  });
}
