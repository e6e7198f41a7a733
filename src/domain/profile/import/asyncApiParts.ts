import { memberOf } from '../../format/members.ts';
import { authenticationOfScheme, exampleText, resolveReference } from './apiDescription.ts';
import type { ImportNotes } from './importNotes.ts';
import { scalarText } from './readRows.ts';
import {
  NO_AUTHENTICATION,
  type DraftAuthentication,
  type DraftMessage,
  type Variables,
} from './requestDraft.ts';

/** A server of an AsyncAPI description, of either version. */
export interface AsyncServer {
  readonly place: string;
  readonly name: string;
  readonly protocol: string;
  readonly url: string;
  readonly variables: Variables;
  /** Security schemes, resolved. */
  readonly security: readonly unknown[];
}

export interface AsyncChannel {
  readonly place: string;
  readonly name: string;
  readonly address: string;
  /** The names of its servers; none for all of them. */
  readonly servers: readonly string[];
  readonly value: unknown;
  readonly messages: readonly AsyncMessage[];
}

export interface AsyncMessage {
  readonly place: string;
  readonly name: string;
  readonly value: unknown;
  /** Whether the client sends it. */
  readonly isSent: boolean;
}

export function isWebSocketServer({ protocol }: AsyncServer): boolean {
  return protocol === 'ws' || protocol === 'wss';
}

export function titleOf(document: unknown): string {
  return scalarText(memberOf(memberOf(document, 'info'), 'title')) ?? 'AsyncAPI';
}

/** The first of several ways is taken: one is enough by the specification. */
export function firstAuthentication(
  document: unknown,
  { place, security }: AsyncServer,
  notes: ImportNotes,
): DraftAuthentication {
  const [first, ...others] = security.map((scheme, index) =>
    resolveReference(document, scheme, `${place}.security[${index}]`, notes),
  );
  if (others.length > 0)
    notes.leave(`${place}.security`, 'It names several ways to authenticate: the first was taken.');
  return first === undefined ? NO_AUTHENTICATION : authenticationOfScheme(first);
}

/** The examples of what the client sends. Those of what it receives are no messages to send. */
export function readMessages(
  document: unknown,
  channels: readonly AsyncChannel[],
  notes: ImportNotes,
): readonly DraftMessage[] {
  const drafts: DraftMessage[] = [];
  for (const { place, name, value, isSent } of channels.flatMap(({ messages }) => messages)) {
    const message = resolveReference(document, value, place, notes);
    const examples = memberOf(message, 'examples');
    if (!Array.isArray(examples)) continue;
    if (!isSent) {
      notes.leave(
        `${place}.examples`,
        'Examples of a message that the server sends: there is nothing to send.',
      );
      continue;
    }
    for (const [index, example] of examples.entries()) {
      const text = exampleText(memberOf(example, 'payload'));
      const at = `${place}.examples[${index}]`;
      if (text === null) notes.leave(at, 'The example has no payload.');
      else {
        const exampleName = scalarText(memberOf(example, 'name')) ?? name;
        drafts.push({ place: at, name: exampleName, ...text, binaryEncoding: 'base64' });
      }
    }
  }
  return drafts;
}
