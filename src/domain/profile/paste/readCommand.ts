import type { CommandOption } from './commandOption.ts';
import { CURL_OPTIONS } from './curl.ts';
import { PasteDraft } from './pasteDraft.ts';
import { readArguments } from './readArguments.ts';
import { shellWords } from './shellWords.ts';
import { WEBSOCAT_OPTIONS } from './websocat.ts';
import { isWindowsCommand, windowsWords } from './windowsWords.ts';
import { WSCAT_OPTIONS } from './wscat.ts';

const OPTIONS: Readonly<Record<string, readonly CommandOption[]>> = {
  wscat: WSCAT_OPTIONS,
  websocat: WEBSOCAT_OPTIONS,
  curl: CURL_OPTIONS,
};

/** With or without a folder before it and a version behind it. */
const TOOL_PATH = /^(?:.*[/\\])?(wscat|websocat|curl)(?:\.exe|@[^/\\]*)?$/;

export type DraftReading =
  | { readonly kind: 'draft'; readonly draft: PasteDraft }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads a command line of wscat, websocat or curl; `null` when the text is none. */
export function readCommand(text: string): DraftReading | null {
  const command = stripPrompt(text);
  if (!/\b(?:wscat|websocat|curl)(?:\.exe|@\S+)?(?=\s|$)/.test(command)) return null;
  const split = isWindowsCommand(command) ? windowsWords(command) : shellWords(command);
  if (!split.ok) return { kind: 'problem', message: split.message };
  const { name, rest } = findTool(split.words);
  const options = OPTIONS[name];
  if (options === undefined) return null;

  const draft = new PasteDraft();
  takeOperands(draft, readArguments(rest, options, draft));
  if (name === 'curl') draft.leaveHeadersOfBrowser();
  if (draft.url === null) {
    return { kind: 'problem', message: `This ${name} command has no URL: paste it whole, or the URL alone.` };
  }
  if (draft.url.startsWith('$')) {
    return {
      kind: 'problem',
      message: `The URL is ${draft.url}, which your shell fills in: paste the URL itself.`,
    };
  }
  if (!hasScheme(draft.url)) {
    draft.note(`ws:// was added, as ${name} connects without TLS here. Write wss:// for TLS.`);
    draft.url = `ws://${draft.url}`;
  }
  for (const substitution of split.substitutions) {
    draft.note(`${substitution} is filled in by your shell: put what it stands for in its place.`);
  }
  if (split.rest !== null) draft.note(`“${split.rest}” was left out: it is not part of the ${name} command.`);
  return { kind: 'draft', draft };
}

function stripPrompt(text: string): string {
  return text.trim().replace(/^(?:[$%>]\s+|PS [^>\n]*>\s*|[A-Z]:\\[^>\n]*>\s*)/, '');
}

/** The tool, behind variables set for it, `sudo`, and the runners of npm packages. */
function findTool(words: readonly string[]): { name: string; rest: readonly string[] } {
  const index = words.findIndex((word) => !isBeforeTool(word));
  const [path = '', name = ''] = TOOL_PATH.exec(words[index] ?? '') ?? [];
  return { name: hasScheme(path) ? '' : name, rest: words.slice(index + 1) };
}

function isBeforeTool(word: string): boolean {
  return /^(?:[A-Za-z_]\w*=.*|sudo|npx|bunx|npm|exec|x|--|-y|--yes|-p|--package)$/s.test(word);
}

function takeOperands(draft: PasteDraft, operands: readonly string[]): void {
  for (const operand of operands) {
    if (operand === '-') continue;
    if (hasScheme(operand) || /^[^\s:/]+\.[^\s/]+|^localhost\b/.test(operand)) draft.takeUrl(operand);
    else if (operand.startsWith('$')) draft.url ??= operand;
    else if (operand !== '') draft.note(`“${operand}” was left out: it is not a URL.`);
  }
}

function hasScheme(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
}
