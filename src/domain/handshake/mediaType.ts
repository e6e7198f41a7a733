/** What a `Content-Type` header says. */
export interface MediaType {
  /** Type and subtype in lower case; empty when the header is missing or cannot be read. */
  readonly essence: string;
  /** The charset parameter in lower case, or `null`. */
  readonly charset: string | null;
}

export function parseMediaType(contentType: string | null): MediaType {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const essence = type.trim();
  return { essence: /^[^\s/]+\/[^\s/]+$/.test(essence) ? essence : '', charset: findCharset(parameters) };
}

function findCharset(parameters: readonly string[]): string | null {
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    const charset = value.trim().replaceAll('"', '');
    if (name.trim() === 'charset' && charset !== '') return charset;
  }
  return null;
}
