import { randomUUID } from 'node:crypto';
import { assertNever } from '#domain/assertNever.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { secretVariable } from '#domain/profile/namedSecrets.ts';
import type { Profile, SavedMessage } from '#domain/profile/profile.ts';
import { readMessage } from '#domain/profile/readMessage.ts';
import { findByName } from '#domain/profile/savedMessages.ts';
import { withDynamic, type DynamicSources } from '#domain/profile/variables/dynamicVariables.ts';
import { CallProblem } from './callProblem.ts';
import type { MessageSource } from './checkCommand.ts';
import type { FilledProfile } from './filledProfile.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import type { Variables } from './variables.ts';

const LIVE_SOURCES: DynamicSources = { now: Date.now, random: Math.random, uuid: randomUUID };

export interface MessageToSend {
  readonly message: OutgoingMessage | null;
  /** What was filled in, and has to stay hidden. */
  readonly values: readonly string[];
}

/** The message that a check of this profile sends. Throws `CallProblem` for one that is not there or cannot be sent. */
export function readMessageToSend(
  { profile }: FilledProfile,
  source: MessageSource | null,
  variables: Variables,
): MessageToSend {
  if (source === null) return { message: null, values: [] };
  switch (source.kind) {
    case 'text': {
      const { text, values } = fillPlaceholders(source.text, variables);
      return { message: { kind: 'text', text }, values };
    }
    case 'saved':
      return fillSaved(profile, findSaved(profile, source.name), variables);
    default:
      return assertNever(source);
  }
}

/** What a profile is called in a sentence; that of a URL has no name. */
export function nameOf({ name, url }: Profile): string {
  return name === '' ? maskUrl(url) : name;
}

function findSaved(profile: Profile, name: string): SavedMessage {
  const saved = findByName(profile.messages, name);
  if (saved !== null) return saved;
  throw new CallProblem(`${nameOf(profile)} has no saved message of that name. ${namesOf(profile)}`);
}

/** As the page sends it: what looks like a placeholder of the command line is a part of the message. */
function fillSaved(profile: Profile, saved: SavedMessage, variables: Variables): MessageToSend {
  const values: string[] = [];
  const lookup = withDynamic((name) => {
    const text = variables.get(secretVariable(name)) ?? variables.get(name);
    if (text === undefined) throw new CallProblem(missingSentence(name));
    values.push(text);
    return { text, isSecret: true };
  }, LIVE_SOURCES);
  const reading = readMessage(saved, lookup);
  if (reading.kind === 'sendable') return { message: reading.message, values };
  throw new CallProblem(
    `The saved message “${saved.name}” of ${nameOf(profile)} cannot be sent: ${reading.problem ?? 'it is empty.'}`,
  );
}

function missingSentence(name: string): string {
  return `{{${name}}} in the saved message has no value: set the variable ${secretVariable(name)} or ${name}, or write it into an --env-file.`;
}

function namesOf({ name, messages }: Profile): string {
  if (messages.length > 0) return `It has ${messages.map((message) => `“${message.name}”`).join(', ')}.`;
  return name === '' ? 'A URL has none: give a file of profiles.' : 'It has none.';
}
