import { HeaderReader } from './token.ts';

/** One extension, as offered or accepted in `Sec-WebSocket-Extensions`. */
export interface Extension {
  readonly name: string;
  readonly parameters: readonly ExtensionParameter[];
}

export interface ExtensionParameter {
  readonly name: string;
  /** `null` for a parameter without a value. */
  readonly value: string | null;
}

export type ParsedExtensions =
  | { readonly ok: true; readonly extensions: readonly Extension[] }
  | { readonly ok: false; readonly message: string };

/** Reads a `Sec-WebSocket-Extensions` header by the grammar of RFC 6455 section 9.1. */
export function parseExtensions(header: string): ParsedExtensions {
  const reader = new HeaderReader(header);
  const extensions: Extension[] = [];
  do {
    const extension = readExtension(reader);
    if (typeof extension === 'string') return { ok: false, message: extension };
    extensions.push(extension);
  } while (reader.take(','));
  return reader.isAtEnd ? { ok: true, extensions } : { ok: false, message: unexpected(reader) };
}

/** As `readParameter`: an extension, or a sentence on what is wrong. */
function readExtension(reader: HeaderReader): Extension | string {
  reader.skipSpace();
  const name = reader.readToken();
  if (name === '') return `An extension's name is missing at character ${reader.position}.`;
  const parameters: ExtensionParameter[] = [];
  reader.skipSpace();
  while (reader.take(';')) {
    const parameter = readParameter(reader);
    if (typeof parameter === 'string') return parameter;
    parameters.push(parameter);
    reader.skipSpace();
  }
  return { name, parameters };
}

function readParameter(reader: HeaderReader): ExtensionParameter | string {
  reader.skipSpace();
  const name = reader.readToken();
  if (name === '') return `A parameter's name is missing at character ${reader.position}.`;
  reader.skipSpace();
  if (!reader.take('=')) return { name, value: null };
  reader.skipSpace();
  const { position } = reader;
  const value = readValue(reader);
  if (value === '') return `The value of ${name} is missing or is no token at character ${position}.`;
  return { name, value };
}

/** A quoted value must be a token too, once unquoted (RFC 6455 section 9.1); empty when there is no such value. */
function readValue(reader: HeaderReader): string {
  const quoted = reader.readQuotedString();
  if (quoted === null) return reader.readToken();
  const inner = new HeaderReader(quoted);
  const token = inner.readToken();
  return inner.isAtEnd ? token : '';
}

function unexpected(reader: HeaderReader): string {
  return `The list of extensions cannot be read from character ${reader.position} on.`;
}

/** Writes one extension as a header has it. */
export function formatExtension({ name, parameters }: Extension): string {
  const written = parameters.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return [name, ...written].join('; ');
}
