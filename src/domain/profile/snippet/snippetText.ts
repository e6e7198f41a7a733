/** A text that a snippet says: what stands in it as it is, and secrets that are read from the environment. */
export type SnippetText = readonly SnippetPart[];

export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'secret'; readonly variable: string };

export function plainText(text: string): SnippetText {
  return [{ kind: 'text', text }];
}

export function hasSecret(text: SnippetText): boolean {
  return text.some(({ kind }) => kind === 'secret');
}

/** Puts texts behind one another, `separator` between them. */
export function joinTexts(texts: readonly SnippetText[], separator: string): SnippetText {
  return texts.flatMap((text, index) => (index === 0 ? text : [...plainText(separator), ...text]));
}

/** Each stretch of text once; a text of nothing is one empty part. */
export function mergeParts(text: SnippetText): SnippetText {
  const merged: SnippetPart[] = [];
  for (const part of text) {
    const last = merged.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + part.text };
    } else if (part.kind === 'secret' || part.text !== '') {
      merged.push(part);
    }
  }
  return merged.length === 0 ? plainText('') : merged;
}

/** How a language writes a text. */
export interface TextWriter {
  readonly literal: (text: string) => string;
  /** The expression that reads a secret. */
  readonly secret: (variable: string) => string;
  /** A text with secrets in it. */
  readonly mixed: (parts: SnippetText) => string;
}

export function writeText(text: SnippetText, writer: TextWriter): string {
  const parts = mergeParts(text);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return writer.mixed(parts);
  return only.kind === 'secret' ? writer.secret(only.variable) : writer.literal(only.text);
}
