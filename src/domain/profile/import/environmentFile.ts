import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, Text } from './importNotes.ts';
import { readVariables } from './readRows.ts';

const EnvironmentFile = v.looseObject({
  name: Text,
  values: v.optional(v.unknown()),
  variables: v.optional(v.unknown()),
});

function isEnvironmentOf(document: unknown, rows: 'values' | 'variables'): boolean {
  const list = memberOf(document, rows);
  const keyName = rows === 'values' ? ['key'] : ['key', 'name'];
  return (
    typeof memberOf(document, 'name') === 'string' &&
    Array.isArray(list) &&
    ['requests', 'folders', 'item', 'items'].every((name) => memberOf(document, name) === undefined) &&
    list.every((row: unknown) => keyName.some((name) => typeof memberOf(row, name) === 'string'))
  );
}

function environmentFormat(name: string, rows: 'values' | 'variables'): ImportFormat {
  return {
    name,
    recognise: (document) => isEnvironmentOf(document, rows),
    read(document) {
      const notes = new ImportNotes();
      const file = notes.read(EnvironmentFile, document, 'the environment');
      const environments =
        file === null ? [] : [{ name: file.name, variables: readVariables(file[rows], rows, notes) }];
      return { requests: [], environments, leftBehind: notes.leftBehind, notice: null };
    },
  };
}

/** Variables in a file of their own, to be imported together with what uses them. */
export const postmanEnvironment = environmentFormat('Postman environment', 'values');
/** Hoppscotch and Bruno write the same, but for the name of a member. */
export const otherEnvironment = environmentFormat('Environment', 'variables');
