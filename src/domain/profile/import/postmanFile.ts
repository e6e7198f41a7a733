import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { splitQuery } from '../queryText.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readDescription, readFields, readVariables, scalarText } from './readRows.ts';
import {
  newRequestDraft,
  NO_AUTHENTICATION,
  NO_VARIABLES,
  type DraftMessage,
  type ImportSource,
  type RequestDraft,
  type Variables,
} from './requestDraft.ts';

const File = v.looseObject({
  $kind: Text,
  name: Text,
  url: Text,
  headers: v.optional(v.unknown()),
  queryParams: v.optional(v.unknown()),
  variables: v.optional(v.unknown()),
  auth: v.optional(v.unknown()),
  messages: v.optional(v.unknown()),
  description: v.optional(v.unknown()),
  settings: v.optional(v.unknown()),
});

/** A file of Postman's Local View (collection v3): one request, message or folder in YAML. */
export const postmanFile: ImportFormat = {
  name: 'Postman file',
  recognise: (document) =>
    /^(?:collection|folder)$|-(?:request|message|example)$/.test(
      scalarText(memberOf(document, '$kind')) ?? '',
    ),
  read: readPostmanFile,
};

function readPostmanFile(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests: RequestDraft[] = [];
  let shared: Variables = NO_VARIABLES;
  let looseMessages: readonly DraftMessage[] = [];
  const file = notes.read(File, document, 'the file');
  // Postman writes those of the URL beside it once more.
  const [, query = ''] = file?.url.split(/\?(.*)/s) ?? [];
  const inUrl = new Set(splitQuery(query).map(({ name }) => name));
  switch (file?.$kind) {
    case undefined:
      break;
    case 'websocket-request':
      requests.push(
        newRequestDraft({
          place: 'the request',
          name: file.name,
          url: file.url,
          parameters: readFields(file.queryParams, 'queryParams', notes).filter(
            ({ name, isEnabled }) => !(isEnabled && inUrl.has(name)),
          ),
          headers: readFields(file.headers, 'headers', notes),
          authentication: readAuthentication(file.auth, NO_AUTHENTICATION),
          description: readDescription(file.description),
          hasLooseMessages: file.messages !== undefined,
          leftOut: leftOutMembers(document, { scripts: 'scripts' }),
          verifiesCertificate: memberOf(file.settings, 'strictSSL') !== false,
          variables: { syntax: 'braces', near: NO_VARIABLES, far: NO_VARIABLES },
        }),
      );
      break;
    case 'collection':
    case 'folder':
      shared = readVariables(file.variables, 'variables', notes);
      break;
    case 'websocket-message':
      looseMessages = [readMessageFile(document, file.name)];
      break;
    default:
      notes.leave(
        'the file',
        `It was left out: it is of kind ${file?.$kind ?? ''}, and Postern speaks WebSocket only.`,
      );
  }
  return { requests, environments: [], shared, looseMessages, leftBehind: notes.leftBehind, notice: null };
}

/** Its `contentType` is text, json, xml, html, hex or base64. */
function readMessageFile(document: unknown, name: string): DraftMessage {
  const type = scalarText(memberOf(document, 'contentType')) ?? '';
  const text = scalarText(memberOf(document, 'content')) ?? '';
  const isBinary = type === 'hex' || type === 'base64';
  const isJson = type === 'json' && !CONTROL_CHARACTER.test(text);
  return {
    place: 'the message',
    name,
    mode: isBinary ? 'binary' : isJson ? 'json' : 'text',
    text,
    binaryEncoding: type === 'base64' ? 'base64' : 'hex',
  };
}

/** Postman calls a message of SignalR JSON, which ends with U+001E: JSON has no place for that (RFC 8259 section 2). */
// oxlint-disable-next-line no-control-regex -- the characters that it is about
const CONTROL_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
