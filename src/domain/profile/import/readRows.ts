import { isMembers, memberOf } from '../../format/members.ts';
import type { ImportNotes } from './importNotes.ts';
import { draftField, type DraftField, type Variable, type Variables } from './requestDraft.ts';

/**
 * Headers, parameters and variables, as all of these tools write them: a list of rows, whose members differ in name
 * only, or an object from names to values.
 */
interface Row {
  readonly place: string;
  readonly name: string;
  readonly value: string;
  readonly isEnabled: boolean;
  readonly isSecret: boolean;
}

export function readFields(rows: unknown, place: string, notes: ImportNotes): readonly DraftField[] {
  return readRows(rows, place, notes).map(({ name, value, isEnabled, isSecret }) =>
    draftField(name, value, { isEnabled, isSecret }),
  );
}

export function readVariables(rows: unknown, place: string, notes: ImportNotes): Variables {
  const variables = new Map<string, Variable>();
  for (const { name, value, isEnabled, isSecret } of readRows(rows, place, notes)) {
    // An empty one is one that its owner has still to fill in: tools do not write the values of secrets.
    if (isEnabled && name !== '' && value !== '') variables.set(name, { value, isSecret });
  }
  return variables;
}

/** Variables within objects, as `outer.inner`, which is how they are written where they are used. */
export function readNestedVariables(value: unknown, prefix = ''): Variables {
  const variables = new Map<string, Variable>();
  if (!isMembers(value)) return variables;
  for (const [name, member] of Object.entries(value)) {
    const text = scalarText(member);
    if (text !== null) variables.set(prefix + name, { value: text, isSecret: false });
    for (const [inner, variable] of readNestedVariables(member, `${prefix}${name}.`)) {
      variables.set(inner, variable);
    }
  }
  return variables;
}

/** The value of a row or variable as text; `null` for one that is none. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A description as text: tools write it as one, or as `content` beside the type of it. */
export function readDescription(value: unknown): string {
  return scalarText(value) ?? scalarText(memberOf(value, 'content')) ?? '';
}

function readRows(rows: unknown, place: string, notes: ImportNotes): readonly Row[] {
  if (rows === undefined || rows === null || rows === '') return [];
  if (isMembers(rows)) {
    return Object.entries(rows).flatMap(([name, value]) =>
      readRow({ name, value }, `${place}.${name}`, notes),
    );
  }
  if (!Array.isArray(rows)) {
    notes.leave(place, 'It was left out: a list was expected here.');
    return [];
  }
  return rows.flatMap((row: unknown, index) => readRow(row, `${place}[${index}]`, notes));
}

function readRow(row: unknown, place: string, notes: ImportNotes): readonly Row[] {
  const name = firstText(row, ['name', 'key']);
  const value = firstText(row, ['value', 'currentValue', 'initialValue']);
  if (name === null && value === null) {
    notes.leave(place, 'It was left out: a name and a value were expected here.');
    return [];
  }
  const is = (member: string, expected: unknown) => memberOf(row, member) === expected;
  return [
    {
      place,
      name: name ?? '',
      value: value ?? '',
      isEnabled: !is('disabled', true) && !is('enabled', false) && !is('active', false),
      isSecret: is('secret', true) || is('type', 'secret'),
    },
  ];
}

/** The first of these that says something; empty text where all are empty. */
function firstText(row: unknown, names: readonly string[]): string | null {
  const texts = names.map((name) => scalarText(memberOf(row, name))).filter((text) => text !== null);
  return texts.find((text) => text !== '') ?? texts[0] ?? null;
}
