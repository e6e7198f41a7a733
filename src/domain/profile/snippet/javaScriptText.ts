import { escapeText } from './escapeText.ts';
import { writeText, type SnippetPart, type SnippetText } from './snippetText.ts';

/** The second character of `</` and `<!` gets a backslash too, which changes nothing: they would end a script within a page. */
const SPECIAL_IN_STRING = /[\\']|(?<=<)[/!]/g;
const SPECIAL_IN_TEMPLATE = /[\\`]|\$(?=\{)|(?<=<)[/!]/g;

/** A string literal, or a template where a secret stands in the text. `read` writes the expression of a secret. */
export function javaScriptText(text: SnippetText, read: (variable: string) => string): string {
  return writeText(text, {
    literal: javaScriptString,
    secret: read,
    mixed: (parts) => `\`${parts.map((part) => templatePart(part, read)).join('')}\``,
  });
}

function templatePart(part: SnippetPart, read: (variable: string) => string): string {
  return part.kind === 'text' ? escape(part.text, SPECIAL_IN_TEMPLATE) : `\${${read(part.variable)}}`;
}

export function javaScriptString(text: string): string {
  return `'${escape(text, SPECIAL_IN_STRING)}'`;
}

export function javaScriptNumber(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, '_');
}

function escape(text: string, special: RegExp): string {
  return escapeText(text, special, (codePoint) => `\\u{${codePoint.toString(16)}}`);
}
