import { decodePercent } from '../../format/decodePercent.ts';
import { memberOf, membersOf } from '../../format/members.ts';
import { MAX_REFERENCE_DEPTH } from './importLimits.ts';
import type { ImportNotes } from './importNotes.ts';
import { scalarText } from './readRows.ts';
import {
  draftField,
  type DraftAuthentication,
  type DraftField,
  type DraftMessage,
  type Variable,
} from './requestDraft.ts';

/** What AsyncAPI and OpenAPI have in common: references, values that a schema suggests, and ways to authenticate. */

/** Follows `$ref`s within the document; `undefined`, and a word on it, for one that leads out of it or nowhere. */
export function resolveReference(
  document: unknown,
  value: unknown,
  place: string,
  notes: ImportNotes,
): unknown {
  let current = value;
  for (let depth = 0; depth < MAX_REFERENCE_DEPTH; depth += 1) {
    const reference = scalarText(memberOf(current, '$ref'));
    if (reference === null) return current;
    const next = reference.startsWith('#/') ? followPointer(document, reference) : undefined;
    if (next === undefined) {
      notes.leave(place, `It refers to ${reference}, which is not in this file.`);
      return undefined;
    }
    current = next;
  }
  notes.leave(place, 'Its references go round in a circle.');
  return undefined;
}

/** A JSON pointer as a URI fragment (RFC 6901 section 6). */
function followPointer(document: unknown, reference: string): unknown {
  let current = document;
  for (const part of reference.slice(2).split('/')) {
    const name = decodePercent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    current = Array.isArray(current) ? (current[Number(name)] as unknown) : memberOf(current, name);
  }
  return current;
}

/** The value that a schema or parameter suggests: what it is set to, its default, an example, the first of a list. */
export function suggestedValue(value: unknown, place: string, notes: ImportNotes): string | null {
  const schema = memberOf(value, 'schema');
  for (const each of [value, schema]) {
    for (const name of ['const', 'default', 'example']) {
      const text = scalarText(memberOf(each, name));
      if (text !== null && text !== '') return text;
    }
    const examples = memberOf(each, 'examples');
    const example = Array.isArray(examples) ? scalarText(examples[0]) : null;
    if (example !== null) return example;
    const values = memberOf(each, 'enum');
    const first = Array.isArray(values) ? scalarText(values[0]) : null;
    if (first !== null && Array.isArray(values)) {
      if (values.length > 1)
        notes.leave(place, `${first} was filled in, the first of its ${values.length} values.`);
      return first;
    }
  }
  return null;
}

/** The values of `{name}` in addresses, as far as their descriptions suggest any. */
export function suggestedVariables(
  document: unknown,
  parameters: unknown,
  place: string,
  notes: ImportNotes,
): ReadonlyMap<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const [name, reference] of membersOf(parameters)) {
    const at = `${place}.${name}`;
    const value = suggestedValue(resolveReference(document, reference, at, notes), at, notes);
    if (value !== null) variables.set(name, { value, isSecret: false });
  }
  return variables;
}

/** The properties of an object's schema as rows: those that are not required are there, switched off. */
export function propertyFields(
  document: unknown,
  schema: unknown,
  place: string,
  notes: ImportNotes,
): readonly DraftField[] {
  const resolved = resolveReference(document, schema, place, notes);
  const required = memberOf(resolved, 'required');
  return membersOf(memberOf(resolved, 'properties')).map(([name, property]) => {
    const at = `${place}.properties.${name}`;
    const isEnabled = Array.isArray(required) && required.includes(name);
    return suggestedField(name, resolveReference(document, property, at, notes), isEnabled, at, notes);
  });
}

/** A row with the value that is suggested for it; one that has to be there and has none is left to be filled in. */
export function suggestedField(
  name: string,
  description: unknown,
  isEnabled: boolean,
  place: string,
  notes: ImportNotes,
): DraftField {
  const value = suggestedValue(description, place, notes) ?? (isEnabled ? `{${name}}` : '');
  return draftField(name, value, { isEnabled });
}

/** How a security scheme authenticates. What it takes is not in the file, so it is left to be filled in. */
export function authenticationOfScheme(scheme: unknown): DraftAuthentication {
  const word = (name: string) => scalarText(memberOf(scheme, name)) ?? '';
  const type = word('type');
  const httpScheme = word('scheme').toLowerCase();
  if (type === 'http' && httpScheme === 'basic')
    return { kind: 'basic', user: '{user}', password: '{password}' };
  if (type === 'http' && httpScheme === 'bearer') return { kind: 'bearer', token: '{token}', prefix: '' };
  if (type === 'userPassword' || type === 'plain')
    return { kind: 'basic', user: '{user}', password: '{password}' };
  if (type === 'httpApiKey' || (type === 'apiKey' && word('name') !== '')) {
    const name = word('name');
    if (word('in') === 'cookie')
      return { kind: 'key', name: 'Cookie', value: `${name}={${name}}`, place: 'header' };
    return { kind: 'key', name, value: `{${name}}`, place: word('in') === 'query' ? 'query' : 'header' };
  }
  if (type === 'oauth2' || type === 'openIdConnect') return { kind: 'bearer', token: '{token}', prefix: '' };
  return { kind: 'other', name: type === '' ? 'of an unknown type' : type };
}

/** An example of a message as it would be typed; `null` where there is none. */
export function exampleText(payload: unknown): Pick<DraftMessage, 'mode' | 'text'> | null {
  if (payload === undefined) return null;
  if (typeof payload === 'string') return { mode: 'text', text: payload };
  return { mode: 'json', text: JSON.stringify(payload, null, 2) };
}
