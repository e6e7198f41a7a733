import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, Text } from './importNotes.ts';
import { leftOutMembers } from './leftOutMembers.ts';
import { readAuthentication } from './readAuthentication.ts';
import { readFields, readVariables, scalarText } from './readRows.ts';
import {
  newRequestDraft,
  NO_AUTHENTICATION,
  NO_VARIABLES,
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
  const file = notes.read(File, document, 'the file');
  switch (file?.$kind) {
    case undefined:
      break;
    case 'websocket-request':
      requests.push(
        newRequestDraft({
          place: 'the request',
          name: file.name,
          url: file.url,
          parameters: readFields(file.queryParams, 'queryParams', notes),
          headers: readFields(file.headers, 'headers', notes),
          authentication: readAuthentication(file.auth, NO_AUTHENTICATION),
          leftOut: leftOutMembers(document, { scripts: 'scripts', description: 'a description' }),
          verifiesCertificate: memberOf(file.settings, 'strictSSL') !== false,
          variables: { syntax: 'braces', near: NO_VARIABLES, far: NO_VARIABLES },
        }),
      );
      if (file.messages !== undefined) {
        notes.leave('messages', 'Its messages are files of their own: paste them into the composer.');
      }
      break;
    case 'collection':
    case 'folder':
      shared = readVariables(file.variables, 'variables', notes);
      break;
    case 'websocket-message':
      notes.leave('the message', 'A message by itself is no profile: paste it into the composer.');
      break;
    default:
      notes.leave(
        'the file',
        `It was left out: it is of kind ${file?.$kind ?? ''}, and Postern speaks WebSocket only.`,
      );
  }
  return { requests, environments: [], shared, leftBehind: notes.leftBehind, notice: null };
}
