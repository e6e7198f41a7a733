import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { readEnvironments } from './brunoCollection.ts';
import { readBrunoMessage, readBrunoRequest } from './brunoRequest.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readDescription, readVariables, scalarText } from './readRows.ts';
import type { ImportSource, RequestDraft } from './requestDraft.ts';
import { enterFolder, NO_SURROUNDINGS, type Surroundings } from './surroundings.ts';

const Item = v.looseObject({
  name: Text,
  type: Text,
  info: v.optional(v.looseObject({ name: Text, type: Text })),
  items: v.optional(v.nullable(v.array(v.unknown()))),
  request: v.optional(v.unknown()),
  websocket: v.optional(v.unknown()),
});

const Request = v.looseObject({ url: Text });

const PROTOCOLS = ['http', 'graphql', 'grpc', 'mqtt', 'amqp'];

/** OpenCollection, Bruno's YAML: a whole collection, or the file of one request in its folder. */
export const openCollection: ImportFormat = {
  name: 'Bruno collection (OpenCollection)',
  recognise: (document) => memberOf(document, 'opencollection') !== undefined || isRequest(document),
  read: readCollection,
};

function isRequest(document: unknown): boolean {
  const type =
    scalarText(memberOf(memberOf(document, 'info'), 'type')) ?? scalarText(memberOf(document, 'type'));
  return (
    type === 'websocket' ||
    (type !== null && PROTOCOLS.includes(type) && memberOf(document, type) !== undefined)
  );
}

function readCollection(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];

  function readItem(value: unknown, place: string, around: Surroundings): void {
    const item = notes.read(Item, value, place || 'the file');
    if (item === null) return;
    const name = item.info?.name || item.name;
    const type = item.info?.type || item.type;
    const dot = place === '' ? '' : `${place}.`;
    if (item.items || type === 'folder') {
      const at = `${dot}request`;
      const folder = {
        place: at,
        name,
        authentication: memberOf(item.request, 'auth'),
        headers: memberOf(item.request, 'headers'),
        variables: readVariables(memberOf(item.request, 'variables'), `${at}.variables`, notes),
      };
      const within = enterFolder(around, folder, notes);
      if (within === null) return;
      for (const [index, child] of (item.items ?? []).entries())
        readItem(child, `${dot}items[${index}]`, within);
      return;
    }
    // Its first version had the members of the request right in the item.
    const inside = memberOf(value, type);
    const at = inside === undefined ? place || 'the request' : `${dot}${type}`;
    const request = notes.read(Request, inside ?? value, at);
    if (request === null) return;
    const message = request['message'];
    requests.push(
      readBrunoRequest(
        {
          place: at,
          name,
          description: readDescription(item['docs'] ?? memberOf(item.info, 'description')),
          type,
          url: request.url,
          headers: request['headers'],
          params: request['params'],
          auth: request['auth'],
          variables: request['variables'] ?? memberOf(memberOf(value, 'runtime'), 'variables'),
          leftOut: leftOutMembers(item, {
            runtime: 'scripts',
            scripts: 'scripts',
            settings: 'settings of its own',
          }),
          messages: (Array.isArray(message) ? message : [message]).flatMap((each: unknown, index) =>
            each === undefined || each === null
              ? []
              : readBrunoMessage(each, `${at}.message[${index}]`, notes),
          ),
        },
        around,
        notes,
      ),
    );
  }

  readItem(document, '', NO_SURROUNDINGS);
  const environments = notes.read(
    List,
    memberOf(memberOf(document, 'config'), 'environments'),
    'config.environments',
  );
  return {
    requests,
    environments: readEnvironments(environments ?? [], 'config.environments', notes),
    leftBehind: notes.leftBehind,
    notice: null,
  };
}
