import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import { awaitedSavedNames, type NamedMessage } from '#domain/expectation/awaitedSaved.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { readMessage } from '#domain/profile/readMessage.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { findByName } from '#domain/profile/savedMessages.ts';
import { SNIPPET_TARGETS } from '#domain/profile/snippet/snippets.ts';
import type { SnippetTargetId } from '#domain/profile/snippet/snippets.ts';
import { toSnippetRequest } from '#domain/profile/snippet/toSnippetRequest.ts';
import type { LabelledSecret } from '#domain/profile/variables/environmentSecrets.ts';
import type { FilledIn } from '#domain/profile/variables/fillProfile.ts';
import type { VariableLookup } from '#domain/profile/variables/variableLookup.ts';
import { variablesOf, variablesOfAwaited } from '#domain/profile/snippet/variablesOf.ts';

export type ProfileCode =
  | {
      readonly kind: 'code';
      readonly text: string;
      /** The environment variables that stand for its secrets. */
      readonly variables: readonly string[];
      /** Whether the profile has secrets, which the code can have in place. */
      readonly hasSecrets: boolean;
    }
  /** Sentences on why it cannot be connected to. */
  | { readonly kind: 'problems'; readonly messages: readonly string[] };

export interface CodeChoice {
  readonly target: SnippetTargetId;
  readonly includesSecrets: boolean;
}

/** A profile, filled in, as code that connects to it and sends `message`. */
export function profileCode(
  { profile, secrets, problems }: FilledIn,
  otherSecrets: readonly LabelledSecret[],
  message: OutgoingMessage | null,
  lookup: VariableLookup,
  { target, includesSecrets }: CodeChoice,
): ProfileCode {
  const resolution = resolveProfile(profile, secrets);
  const inTheWay = problems.length > 0 || resolution.ok ? problems : resolution.problems;
  if (inTheWay.length > 0 || !resolution.ok) {
    return { kind: 'problems', messages: inTheWay.map((problem) => problem.message) };
  }
  const awaited = awaitedMessagesOf(profile, lookup);
  const source = { profile, secrets, request: resolution.request, otherSecrets, message, awaited };
  const request = toSnippetRequest(source, false);
  const variables = [...new Set([...variablesOf(request), ...variablesOfAwaited(request)])];
  const text = SNIPPET_TARGETS[target].write(toSnippetRequest(source, includesSecrets));
  return {
    kind: 'code',
    text,
    // Not every client can send them all.
    variables: variables.filter((variable) => text.includes(variable)),
    hasSecrets: variables.length > 0,
  };
}

/** What the expectations of a profile wait for an answer to, as far as it can be sent. */
function awaitedMessagesOf({ expectations = [], messages }: Profile, lookup: VariableLookup) {
  return awaitedSavedNames(expectations).flatMap((name): readonly NamedMessage[] => {
    const saved = findByName(messages, name);
    const reading = saved === null ? null : readMessage(saved, lookup);
    return reading?.kind === 'sendable' ? [{ name, message: reading.message }] : [];
  });
}
