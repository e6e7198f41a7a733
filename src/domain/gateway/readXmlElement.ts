const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The text of the first element of this name, whatever its prefix; `null` when there is none, or more than text in it. */
export function readXmlElement(xml: string, name: string): string | null {
  const element = new RegExp(
    `<(?:[\\w.-]+:)?${name}\\b[^>]*>([^<]*)</|<(?:[\\w.-]+:)?${name}\\b[^>]*><!\\[CDATA\\[(.*?)\\]\\]>`,
    's',
  );
  const found = element.exec(xml);
  if (found === null) return null;
  const [, text, data] = found;
  return (
    data ??
    (text ?? '').replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity).trim()
  );
}
