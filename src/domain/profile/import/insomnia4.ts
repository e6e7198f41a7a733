import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { fillSegments } from './fillSegments.ts';
import { groupBy } from './groupBy.ts';
import type { ImportFormat } from './importFormat.ts';
import { MAX_FOLDER_DEPTH } from './importLimits.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readFields, readNestedVariables } from './readRows.ts';
import {
  newRequestDraft,
  NO_AUTHENTICATION,
  type DraftMessage,
  type Environment,
  type ImportSource,
  type RequestDraft,
  type Variables,
} from './requestDraft.ts';

const Resource = v.pipe(
  v.looseObject({
    _id: Text,
    _type: Text,
    parentId: Text,
    name: Text,
    description: Text,
    url: Text,
    headers: v.optional(v.unknown()),
    parameters: v.optional(v.unknown()),
    pathParameters: v.optional(v.unknown()),
    authentication: v.optional(v.unknown()),
    environment: v.optional(v.unknown()),
    data: v.optional(v.unknown()),
    value: Text,
    mode: Text,
    cookies: v.optional(v.unknown()),
  }),
  v.transform(({ _id: id, _type: type, ...members }) => ({ ...members, id, type })),
);

type Resource = v.InferOutput<typeof Resource> & { readonly place: string };

const File = v.looseObject({ resources: List });

/** What Insomnia exported up to version 10: one flat list, in JSON or YAML. */
export const insomnia4: ImportFormat = {
  name: 'Insomnia 4 export',
  recognise: (document) =>
    memberOf(document, '_type') === 'export' && Array.isArray(memberOf(document, 'resources')),
  read: readFile,
};

function readFile(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const resources = readResources(document, notes);
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const payloads = groupBy(
    resources.filter(({ type }) => type === 'websocket_payload'),
    ({ parentId }) => parentId,
  );
  const environments = resources.filter(({ type }) => type === 'environment');
  // The base environment belongs to a workspace, the others to it.
  const isBase = ({ parentId }: Resource) => byId.get(parentId)?.type !== 'environment';
  const base = new Map(environments.filter(isBase).flatMap(({ data }) => [...readNestedVariables(data)]));

  /** From the outermost one. Parents that go round in a circle end somewhere. */
  function foldersOf(resource: Resource): readonly Resource[] {
    const folders: Resource[] = [];
    let parent = byId.get(resource.parentId);
    while (parent !== undefined && folders.length < MAX_FOLDER_DEPTH) {
      folders.unshift(parent);
      parent = byId.get(parent.parentId);
    }
    return folders;
  }

  function toDraft(resource: Resource): RequestDraft {
    const { id, place, name, url } = resource;
    const folders = foldersOf(resource);
    const segments = readFields(resource.pathParameters, `${place}.pathParameters`, notes);
    const inherited = folders.reduce(
      (outer, folder) => readAuthentication(folder.authentication, outer),
      NO_AUTHENTICATION,
    );
    const near: Variables = new Map(
      folders.flatMap(({ environment }) => [...readNestedVariables(environment)]),
    );
    return newRequestDraft({
      place,
      name,
      folders: folders.map((folder) => folder.name),
      url: fillSegments(url, segments),
      isWebSocket: resource.type === 'websocket_request',
      description: resource.description,
      parameters: readFields(resource.parameters, `${place}.parameters`, notes),
      headers: [...folders, resource].flatMap((each) =>
        readFields(each.headers, `${each.place}.headers`, notes),
      ),
      authentication: readAuthentication(resource.authentication, inherited),
      messages: (payloads.get(id) ?? []).map(toMessage),
      variables: { syntax: 'underscore', near, far: base },
    });
  }

  for (const { type, place, cookies } of resources) {
    if (type === 'socket_io_request' || type === 'socketio_request') {
      notes.leave(place, 'Socket.IO is a protocol of its own on top of WebSocket: it was left out.');
    }
    if (Array.isArray(cookies) && cookies.length > 0) {
      notes.leave(`${place}.cookies`, 'Cookies: Postern sends those that stand in a header Cookie.');
    }
  }
  return {
    requests: resources.filter(({ type }) => /^(?:websocket_|grpc_)?request$/.test(type)).map(toDraft),
    environments: environments.filter((each) => !isBase(each)).map(toEnvironment),
    leftBehind: notes.leftBehind,
    notice: null,
  };
}

function readResources(document: unknown, notes: ImportNotes): readonly Resource[] {
  const list = notes.read(File, document, 'the file')?.resources ?? [];
  return list.flatMap((value, index) => {
    const place = `resources[${index}]`;
    const resource = notes.read(Resource, value, place);
    return resource === null ? [] : [{ ...resource, place }];
  });
}

function toEnvironment({ name, data }: Resource): Environment {
  return { name, variables: readNestedVariables(data) };
}

function toMessage({ place, name, value, mode }: Resource): DraftMessage {
  return { place, name, mode: /json/i.test(mode) ? 'json' : 'text', text: value, binaryEncoding: 'base64' };
}
