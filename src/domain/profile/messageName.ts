import { readJson } from '../format/readJson.ts';
import { unquote, type JsonNode } from '../format/jsonNode.ts';
import { toMessageName } from './savedMessages.ts';
import type { TypedMessage } from './profile.ts';

/** The members by which APIs tell their messages apart, the most telling first. */
const TELLING_MEMBERS = ['action', 'type', 'event', 'op', 'method', 'command', 'topic'];

/** Words of a text that make a name. */
const MAX_WORDS = 5;
/** UTF-16 units of them: base64 is one word. */
const MAX_LENGTH = 32;
/** UTF-16 units that are looked at: no name is further behind. */
const MAX_READ_LENGTH = 64 * 1024;

/** A name to suggest for a message: what its JSON says it is, else its first words. */
export function messageName({ mode, text }: TypedMessage): string {
  const told = mode === 'binary' || text.length > MAX_READ_LENGTH ? null : toldByJson(text);
  return toMessageName(told ?? '') || firstWords(text) || 'Empty message';
}

function toldByJson(text: string): string | null {
  const reading = readJson(text);
  if (!reading.ok) return null;
  const { root } = reading;
  // As in `["subscribe", …]`, which is how WAMP and Socket.IO write theirs.
  if (root.kind === 'array') return textOf(root.items.find((item) => item.kind === 'string'));
  if (root.kind !== 'object') return null;
  const texts = new Map(root.members.map(({ keySource, node }) => [unquote(keySource), textOf(node)]));
  return TELLING_MEMBERS.map((name) => texts.get(name)).find((each) => each?.trim()) ?? null;
}

function textOf(node: JsonNode | undefined): string | null {
  return node?.kind === 'string' ? unquote(node.source) : null;
}

function firstWords(text: string): string {
  const words = text.slice(0, MAX_READ_LENGTH).trim().split(/\s+/, MAX_WORDS).join(' ');
  return words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH).trimEnd()}…` : words;
}
