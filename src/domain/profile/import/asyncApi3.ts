import { memberOf, membersOf } from '../../format/members.ts';
import { resolveReference, suggestedVariables } from './apiDescription.ts';
import type { AsyncChannel, AsyncServer } from './asyncApiParts.ts';
import type { ImportNotes } from './importNotes.ts';
import { scalarText } from './readRows.ts';

export function readServers3(document: unknown, notes: ImportNotes): readonly AsyncServer[] {
  return membersOf(memberOf(document, 'servers')).map(([name, reference]) => {
    const place = `servers.${name}`;
    const server = resolveReference(document, reference, place, notes);
    const word = (member: string) => scalarText(memberOf(server, member)) ?? '';
    const protocol = word('protocol').toLowerCase();
    const security = memberOf(server, 'security');
    return {
      place,
      name,
      protocol,
      // By the specification a host has no scheme; people write one all the same.
      url: `${word('host').includes('://') ? '' : `${protocol}://`}${word('host')}${word('pathname')}`,
      variables: suggestedVariables(document, memberOf(server, 'variables'), `${place}.variables`, notes),
      security: Array.isArray(security) ? security : [],
    };
  });
}

export function readChannels3(document: unknown, notes: ImportNotes): readonly AsyncChannel[] {
  const sent = sentMessages(document, notes);
  return membersOf(memberOf(document, 'channels')).map(([name, reference]) => {
    const place = `channels.${name}`;
    const value = resolveReference(document, reference, place, notes);
    const servers = memberOf(value, 'servers');
    return {
      place,
      name: scalarText(memberOf(value, 'title')) ?? name,
      // An address that is unknown when the description is written is `null`.
      address: scalarText(memberOf(value, 'address')) ?? '',
      servers: (Array.isArray(servers) ? servers : []).flatMap((server: unknown) => lastOf(server) ?? []),
      value,
      messages: membersOf(memberOf(value, 'messages')).map(([messageName, message]) => ({
        place: `${place}.messages.${messageName}`,
        name: messageName,
        value: message,
        isSent: sent.has(`${name}/${messageName}`) || sent.has(name),
      })),
    };
  });
}

/**
 * What the client sends, as `channel/message`, or `channel` where an operation names no messages. Operations are said from
 * the seat of the application that is described, which is the server here: what it receives, the client sends.
 */
function sentMessages(document: unknown, notes: ImportNotes): ReadonlySet<string> {
  const sent = new Set<string>();
  for (const [name, reference] of membersOf(memberOf(document, 'operations'))) {
    const operation = resolveReference(document, reference, `operations.${name}`, notes);
    if (memberOf(operation, 'action') !== 'receive') continue;
    const channel = lastOf(memberOf(operation, 'channel'));
    if (channel === null) continue;
    const messages = memberOf(operation, 'messages');
    if (!Array.isArray(messages)) sent.add(channel);
    else for (const message of messages) sent.add(`${channel}/${lastOf(message) ?? ''}`);
  }
  return sent;
}

/** The name at the end of a reference. */
function lastOf(value: unknown): string | null {
  return (
    scalarText(memberOf(value, '$ref'))?.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ??
    null
  );
}
