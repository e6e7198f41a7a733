import { isMembers, memberOf } from '../../format/members.ts';
import { propertyFields, resolveReference, suggestedVariables } from './apiDescription.ts';
import {
  firstAuthentication,
  isWebSocketServer,
  readMessages,
  titleOf,
  type AsyncChannel,
  type AsyncServer,
} from './asyncApiParts.ts';
import { groupBy } from './groupBy.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes } from './importNotes.ts';
import { readChannels2, readServers2 } from './asyncApi2.ts';
import { readChannels3, readServers3 } from './asyncApi3.ts';
import { scalarText } from './readRows.ts';
import { newRequestDraft, type ImportSource, type RequestDraft } from './requestDraft.ts';

/** AsyncAPI 2 and 3: a profile for each address of each server that speaks WebSocket. */
export const asyncApi: ImportFormat = {
  name: 'AsyncAPI description',
  recognise: (document) => scalarText(memberOf(document, 'asyncapi')) !== null,
  read: readDescription,
};

function readDescription(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const isThird = (scalarText(memberOf(document, 'asyncapi')) ?? '').startsWith('3');
  const servers = isThird ? readServers3(document, notes) : readServers2(document, notes);
  const channels = isThird ? readChannels3(document, notes) : readChannels2(document, notes);
  const usable = servers.filter(isWebSocketServer);
  for (const server of servers) {
    if (!isWebSocketServer(server)) {
      notes.leave(
        server.place,
        `The server “${server.name}” speaks ${server.protocol || 'no protocol that it names'}, not WebSocket.`,
      );
    }
  }
  if (usable.length === 0)
    notes.leave('servers', 'There is no server with the protocol ws or wss, so nothing to connect to.');
  const requests = usable.flatMap((server) =>
    readServer(document, server, channels, usable.length > 1, notes),
  );
  return { requests, environments: [], leftBehind: notes.leftBehind, notice: null };
}

function readServer(
  document: unknown,
  server: AsyncServer,
  channels: readonly AsyncChannel[],
  isOneOfSeveral: boolean,
  notes: ImportNotes,
): readonly RequestDraft[] {
  const own = channels.filter(({ servers }) => servers.length === 0 || servers.includes(server.name));
  // Channels at one address are what goes through one connection.
  const byAddress = groupBy(own, ({ address }) => address);
  return [...byAddress].map(([address, group]) => {
    const [first] = group;
    const bindings = group.flatMap(({ place, value }) => bindingsOf(document, value, place, notes));
    const name = group.length > 1 ? titleOf(document) : (first?.name ?? '');
    return newRequestDraft({
      place: `${server.place}, ${group.map(({ place }) => place).join(', ')}`,
      name: isOneOfSeveral ? `${name} (${server.name})` : name,
      description: descriptionOf(group.length > 1 ? memberOf(document, 'info') : first?.value),
      folders: [titleOf(document)],
      url: joinAddress(server.url, address),
      parameters: bindings.flatMap((binding) =>
        propertyFields(document, memberOf(binding.value, 'query'), `${binding.place}.query`, notes),
      ),
      headers: bindings.flatMap((binding) =>
        propertyFields(document, memberOf(binding.value, 'headers'), `${binding.place}.headers`, notes),
      ),
      authentication: firstAuthentication(document, server, notes),
      messages: readMessages(document, group, notes),
      variables: {
        syntax: 'curly',
        near: new Map(
          group.flatMap(({ place, value }) => [
            ...suggestedVariables(document, memberOf(value, 'parameters'), `${place}.parameters`, notes),
          ]),
        ),
        far: server.variables,
      },
    });
  });
}

/** The bindings of the channel to WebSocket (asyncapi/bindings, websockets 0.1.0). */
function bindingsOf(
  document: unknown,
  channel: unknown,
  place: string,
  notes: ImportNotes,
): readonly { readonly value: unknown; readonly place: string }[] {
  const at = `${place}.bindings.ws`;
  const bindings = resolveReference(document, memberOf(channel, 'bindings'), `${place}.bindings`, notes);
  const value = resolveReference(document, memberOf(bindings, 'ws'), at, notes);
  if (!isMembers(value)) return [];
  const method = scalarText(value['method']);
  if (method !== null && method.toUpperCase() !== 'GET') {
    notes.leave(
      `${at}.method`,
      `It asks for a handshake with ${method}: only GET opens a WebSocket (RFC 6455 section 4.1).`,
    );
  }
  return [{ value, place: at }];
}

/** What a description of an API says of a part of it. */
function descriptionOf(part: unknown): string {
  return scalarText(memberOf(part, 'description')) ?? scalarText(memberOf(part, 'summary')) ?? '';
}

function joinAddress(url: string, address: string): string {
  if (address === '' || address === '/')
    return address === '/' && !/^\w+:\/\/[^/]+\//.test(url) ? `${url}/` : url;
  return `${url.replace(/\/$/, '')}/${address.replace(/^\//, '')}`;
}
