import { assertNever } from '#domain/assertNever.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import { awaitedSavedNames, type NamedMessage } from '#domain/expectation/awaitedSaved.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import type { Profile, SavedMessage } from '#domain/profile/profile.ts';
import { readMessage } from '#domain/profile/readMessage.ts';
import { findByName } from '#domain/profile/savedMessages.ts';
import { fillText } from '#domain/profile/variables/fillText.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import { CallProblem } from './callProblem.ts';
import type { MessageSource } from './checkCommand.ts';
import type { ProfileToFill } from './filledProfile.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import { missingSentence } from './profileVariables.ts';
import type { Variables } from '../environment/variables.ts';

export interface MessageToSend {
  readonly message: OutgoingMessage | null;
  /** Of a saved message. */
  readonly name: string | null;
  /** What was filled in, and has to stay hidden. */
  readonly values: readonly string[];
}

/** The message that a check of this profile sends. Throws `CallProblem` for one that is not there or cannot be sent. */
export function readMessageToSend(
  { profile, variables: { lookup } }: ProfileToFill,
  source: MessageSource | null,
  variables: Variables,
): MessageToSend {
  if (source === null) return { message: null, name: null, values: [] };
  switch (source.kind) {
    case 'text': {
      const { text, values } = fillPlaceholders(source.text, variables);
      return { message: { kind: 'text', text }, name: null, values };
    }
    case 'saved':
      return fillSaved(profile, findSaved(profile, source.name), lookup);
    default:
      return assertNever(source);
  }
}

/** The saved messages that the profile's expectations wait for an answer to, each once. Throws as `readMessageToSend`. */
export function readAwaitedMessages({
  profile,
  variables: { lookup },
}: ProfileToFill): readonly NamedMessage[] {
  return awaitedSavedNames(profile.expectations ?? []).flatMap((name) => {
    const { message } = fillSaved(profile, findSaved(profile, name), lookup);
    return message === null ? [] : [{ name, message }];
  });
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
function fillSaved(profile: Profile, saved: SavedMessage, lookup: VariableLookup): MessageToSend {
  const where = `The saved message “${saved.name}” of ${nameOf(profile)}`;
  const { missing } = fillText(saved.text, lookup);
  if (missing.length > 0) throw new CallProblem(missingSentence(missing, where));
  const reading = readMessage(saved, lookup);
  // What was filled in is hidden with all that the lookup has given.
  if (reading.kind === 'sendable') return { message: reading.message, name: saved.name, values: [] };
  throw new CallProblem(`${where} cannot be sent: ${reading.problem ?? 'it is empty.'}`);
}

function namesOf({ name, messages }: Profile): string {
  if (messages.length > 0) return `It has ${messages.map((message) => `“${message.name}”`).join(', ')}.`;
  return name === '' ? 'A URL has none: give a file of profiles.' : 'It has none.';
}
