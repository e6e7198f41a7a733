import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { fillSegments } from './fillSegments.ts';
import { Text, type ImportNotes } from './importNotes.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readFields, readVariables, scalarText } from './readRows.ts';
import { newRequestDraft, type DraftMessage, type RequestDraft } from './requestDraft.ts';
import { overrideHeaders, type Surroundings } from './surroundings.ts';

/** What the three forms of Bruno's requests have in common, once their members stand in one place. */
export interface BrunoRequest {
  readonly place: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly url: string;
  readonly headers: unknown;
  readonly params: unknown;
  readonly auth: unknown;
  readonly variables: unknown;
  readonly messages: readonly DraftMessage[];
  readonly leftOut: readonly string[];
}

export function readBrunoRequest(
  request: BrunoRequest,
  around: Surroundings,
  notes: ImportNotes,
): RequestDraft {
  const { place, params } = request;
  const rows = Array.isArray(params) ? params : [];
  const isPath = (row: unknown) => memberOf(row, 'type') === 'path';
  const query = readFields(
    rows.filter((row) => !isPath(row)),
    `${place}.params`,
    notes,
  );
  return newRequestDraft({
    place,
    name: request.name,
    description: request.description,
    folders: around.folders,
    url: fillSegments(request.url, readFields(rows.filter(isPath), `${place}.params`, notes)),
    isWebSocket: /^(?:ws|ws-request|websocket)$/.test(request.type),
    // Those that are switched on stand in the URL already.
    parameters: query.filter((row) => !row.isEnabled),
    headers: overrideHeaders(around.headers, readFields(request.headers, `${place}.headers`, notes)),
    authentication: readAuthentication(request.auth, around.authentication),
    messages: request.messages,
    leftOut: request.leftOut,
    variables: {
      syntax: 'braces',
      near: readVariables(request.variables, `${place}.vars`, notes),
      far: around.variables,
    },
  });
}

const Message = v.looseObject({ name: Text, title: Text, type: Text });

/** `content` of Bruno's own forms, `data` of OpenCollection, which puts it into a `message` where there are several. */
export function readBrunoMessage(value: unknown, place: string, notes: ImportNotes): readonly DraftMessage[] {
  const inner = memberOf(value, 'message');
  const body = typeof inner === 'object' ? inner : value;
  const message = notes.read(Message, value, place);
  if (message === null) return [];
  const text =
    scalarText(memberOf(body, 'content')) ?? scalarText(memberOf(body, 'data')) ?? scalarText(inner) ?? '';
  const type = scalarText(memberOf(body, 'type')) ?? '';
  return [
    {
      place,
      name: message.name || message.title,
      mode: type === 'json' || type === 'binary' ? type : 'text',
      text,
      binaryEncoding: 'base64',
    },
  ];
}
