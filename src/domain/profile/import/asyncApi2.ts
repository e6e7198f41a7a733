import { memberOf, membersOf } from '../../format/members.ts';
import { resolveReference, suggestedVariables } from './apiDescription.ts';
import type { AsyncChannel, AsyncMessage, AsyncServer } from './asyncApiParts.ts';
import type { ImportNotes } from './importNotes.ts';
import { scalarText } from './readRows.ts';

export function readServers2(document: unknown, notes: ImportNotes): readonly AsyncServer[] {
  return membersOf(memberOf(document, 'servers')).map(([name, reference]) => {
    const place = `servers.${name}`;
    const server = resolveReference(document, reference, place, notes);
    const protocol = (scalarText(memberOf(server, 'protocol')) ?? '').toLowerCase();
    const url = scalarText(memberOf(server, 'url')) ?? '';
    return {
      place,
      name,
      protocol,
      url: url.includes('://') || url === '' ? url : `${protocol}://${url}`,
      variables: suggestedVariables(document, memberOf(server, 'variables'), `${place}.variables`, notes),
      security: schemesOf(document, memberOf(server, 'security')),
    };
  });
}

/** Each requirement names schemes of the components. */
function schemesOf(document: unknown, security: unknown): readonly unknown[] {
  const schemes = memberOf(memberOf(document, 'components'), 'securitySchemes');
  const requirements: readonly unknown[] = Array.isArray(security) ? security : [];
  return requirements
    .flatMap((requirement) => membersOf(requirement).map(([name]) => memberOf(schemes, name)))
    .filter((scheme) => scheme !== undefined);
}

/** The name of a channel is its address. */
export function readChannels2(document: unknown, notes: ImportNotes): readonly AsyncChannel[] {
  return membersOf(memberOf(document, 'channels')).map(([address, reference]) => {
    const place = `channels.${address}`;
    const value = resolveReference(document, reference, place, notes);
    const servers = memberOf(value, 'servers');
    return {
      place,
      name: address,
      address,
      servers: Array.isArray(servers) ? servers.filter((name) => typeof name === 'string') : [],
      value,
      // Said from the client's seat: what it publishes, the application receives (AsyncAPI 2.6, "Operation Object").
      messages: [
        ...messagesOf(document, memberOf(value, 'publish'), `${place}.publish`, true, notes),
        ...messagesOf(document, memberOf(value, 'subscribe'), `${place}.subscribe`, false, notes),
      ],
    };
  });
}

function messagesOf(
  document: unknown,
  operation: unknown,
  place: string,
  isSent: boolean,
  notes: ImportNotes,
): readonly AsyncMessage[] {
  const at = `${place}.message`;
  const message = memberOf(operation, 'message');
  if (message === undefined) return [];
  const value = resolveReference(document, message, at, notes);
  const several = memberOf(value, 'oneOf');
  const messages = Array.isArray(several)
    ? several.map((each: unknown, index) => ({ value: each, place: `${at}.oneOf[${index}]` }))
    : [{ value: message, place: at }];
  return messages.map((each) => ({ ...each, isSent, name: nameOf(each.value) }));
}

/** Its own name, or what it is referred to by. */
function nameOf(message: unknown): string {
  const reference = scalarText(memberOf(message, '$ref'))?.split('/').at(-1);
  return reference ?? scalarText(memberOf(message, 'name')) ?? 'message';
}
