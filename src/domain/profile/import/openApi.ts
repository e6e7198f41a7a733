import { memberOf, membersOf } from '../../format/members.ts';
import {
  authenticationOfScheme,
  exampleText,
  resolveReference,
  suggestedField,
  suggestedValue,
  suggestedVariables,
} from './apiDescription.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes } from './importNotes.ts';
import { scalarText } from './readRows.ts';
import { serverLabels } from './serverLabels.ts';
import {
  newRequestDraft,
  NO_AUTHENTICATION,
  type DraftAuthentication,
  type DraftField,
  type DraftMessage,
  type ImportSource,
  type RequestDraft,
  type Variable,
} from './requestDraft.ts';

/** OpenAPI 3, whose servers say `wss://`, and Swagger 2, whose schemes say `wss`: a profile for each path. */
export const openApi: ImportFormat = {
  name: 'OpenAPI description',
  recognise: (document) =>
    scalarText(memberOf(document, 'openapi')) !== null || scalarText(memberOf(document, 'swagger')) !== null,
  read: readDescription,
};

interface Server {
  readonly place: string;
  readonly url: string;
  readonly description: string;
  readonly variables: ReadonlyMap<string, Variable>;
}

/** The methods of a path whose description says most of the handshake: it is a GET. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'trace'];

function readDescription(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];
  const title = scalarText(memberOf(memberOf(document, 'info'), 'title')) ?? 'OpenAPI';
  const rootServers = [
    ...readServers(document, memberOf(document, 'servers'), 'servers', notes),
    ...swaggerServers(document),
  ];
  for (const [path, reference] of membersOf(memberOf(document, 'paths'))) {
    const place = `paths.${path}`;
    const item = resolveReference(document, reference, place, notes);
    const method = METHODS.find((name) => memberOf(item, name) !== undefined) ?? 'get';
    const operation = memberOf(item, method);
    const own = [
      ...readServers(document, memberOf(operation, 'servers'), `${place}.${method}.servers`, notes),
      ...readServers(document, memberOf(item, 'servers'), `${place}.servers`, notes),
    ];
    const servers = (own.length > 0 ? own : rootServers).filter(({ url }) => /^wss?:\/\//i.test(url));
    if (servers.length === 0) {
      // Counted with the others of its kind, since its URL is no WebSocket's.
      requests.push(newRequestDraft({ place, name: path, url: path, isWebSocket: false }));
      continue;
    }
    const parameters = [
      ...readParameters(document, memberOf(item, 'parameters'), `${place}.parameters`, notes),
      ...readParameters(document, memberOf(operation, 'parameters'), `${place}.${method}.parameters`, notes),
    ];
    const inPlace = (where: string): readonly DraftField[] =>
      parameters.filter((parameter) => parameter.where === where).map(({ field }) => field);
    const segments = new Map(
      parameters.flatMap(({ where, field, value }) =>
        where === 'path' && value !== null ? [[field.name, { value, isSecret: false }] as const] : [],
      ),
    );
    const summary =
      scalarText(memberOf(operation, 'summary')) ?? scalarText(memberOf(item, 'summary')) ?? path;
    const description =
      scalarText(memberOf(operation, 'description')) ?? scalarText(memberOf(item, 'description')) ?? '';
    const messages = readMessages(document, operation, `${place}.${method}`, notes);
    const labels = serverLabels(servers);
    for (const [index, server] of servers.entries()) {
      requests.push(
        newRequestDraft({
          place: `${server.place}, ${place}`,
          description,
          name: servers.length > 1 ? `${summary} (${labels[index] ?? server.url})` : summary,
          folders: [title],
          url: server.url.replace(/\/$/, '') + path,
          parameters: inPlace('query'),
          headers: [...inPlace('header'), ...inPlace('cookie').map(toCookie)],
          messages,
          authentication: readSecurity(
            document,
            memberOf(operation, 'security') ?? memberOf(document, 'security'),
          ),
          variables: { syntax: 'curly', near: segments, far: server.variables },
        }),
      );
    }
  }
  return { requests, environments: [], leftBehind: notes.leftBehind, notice: null };
}

/** A GET has no body: where an operation says what one looks like, it is a message that is sent once the WebSocket is open. */
function readMessages(
  document: unknown,
  operation: unknown,
  place: string,
  notes: ImportNotes,
): readonly DraftMessage[] {
  const reference = memberOf(operation, 'requestBody');
  if (reference === undefined) return [];
  const body = resolveReference(document, reference, `${place}.requestBody`, notes);
  const summary = scalarText(memberOf(operation, 'summary')) ?? '';
  const messages = membersOf(memberOf(body, 'content')).flatMap(
    ([type, content]): readonly DraftMessage[] => {
      const at = `${place}.requestBody.content.${type}`;
      const named = membersOf(memberOf(content, 'examples')).map(
        ([name, example]) => [name, memberOf(example, 'value'), `${at}.examples.${name}`] as const,
      );
      return [[summary, memberOf(content, 'example'), `${at}.example`] as const, ...named].flatMap(
        ([name, value, valuePlace]) => {
          const text = exampleText(value);
          return text === null ? [] : [{ place: valuePlace, name, ...text, binaryEncoding: 'base64' }];
        },
      );
    },
  );
  if (messages.length === 0)
    notes.leave(`${place}.requestBody`, 'It has no example that could be a message.');
  return messages;
}

function readServers(document: unknown, list: unknown, place: string, notes: ImportNotes): readonly Server[] {
  if (!Array.isArray(list)) return [];
  return list.map((server: unknown, index) => ({
    place: `${place}[${index}]`,
    url: scalarText(memberOf(server, 'url')) ?? '',
    description: scalarText(memberOf(server, 'description')) ?? '',
    variables: suggestedVariables(
      document,
      memberOf(server, 'variables'),
      `${place}[${index}].variables`,
      notes,
    ),
  }));
}

function swaggerServers(document: unknown): readonly Server[] {
  const schemes = memberOf(document, 'schemes');
  const host = scalarText(memberOf(document, 'host'));
  if (!Array.isArray(schemes) || host === null) return [];
  const basePath = scalarText(memberOf(document, 'basePath')) ?? '';
  return schemes
    .filter((scheme) => typeof scheme === 'string')
    .map((scheme) => ({
      place: 'schemes',
      url: `${scheme}://${host}${basePath}`,
      description: '',
      variables: new Map(),
    }));
}

interface Parameter {
  readonly where: string;
  readonly field: DraftField;
  readonly value: string | null;
}

function readParameters(
  document: unknown,
  list: unknown,
  place: string,
  notes: ImportNotes,
): readonly Parameter[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((reference: unknown, index) => {
    const at = `${place}[${index}]`;
    const parameter = resolveReference(document, reference, at, notes);
    const name = scalarText(memberOf(parameter, 'name'));
    if (name === null) return [];
    const where = scalarText(memberOf(parameter, 'in')) ?? '';
    const isEnabled = memberOf(parameter, 'required') === true;
    const value = where === 'path' ? suggestedValue(parameter, at, notes) : null;
    const field =
      where === 'path'
        ? { name, value: '', isEnabled, isSecret: false }
        : suggestedField(name, parameter, isEnabled, at, notes);
    return [{ where, field, value }];
  });
}

/** The first way to authenticate; an empty one among them says that none is needed, which a list of one way cannot. */
function readSecurity(document: unknown, security: unknown): DraftAuthentication {
  const schemes =
    memberOf(memberOf(document, 'components'), 'securitySchemes') ??
    memberOf(document, 'securityDefinitions');
  const [requirement]: readonly unknown[] = Array.isArray(security) ? security : [];
  const [name] = membersOf(requirement)[0] ?? [];
  if (name === undefined) return NO_AUTHENTICATION;
  const scheme = memberOf(schemes, name);
  return scheme === undefined ? NO_AUTHENTICATION : authenticationOfScheme(scheme);
}

function toCookie(field: DraftField): DraftField {
  return { ...field, name: 'Cookie', value: `${field.name}=${field.value}` };
}
