import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { Profile, Secrets } from '#domain/profile/profile.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { SNIPPET_TARGETS } from '#domain/profile/snippet/snippets.ts';
import type { SnippetTargetId } from '#domain/profile/snippet/snippets.ts';
import { toSnippetRequest } from '#domain/profile/snippet/toSnippetRequest.ts';
import { variablesOf } from '#domain/profile/snippet/variablesOf.ts';

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

/** A profile as code that connects to it and sends `message`. */
export function profileCode(
  profile: Profile,
  secrets: Secrets,
  message: OutgoingMessage | null,
  { target, includesSecrets }: CodeChoice,
): ProfileCode {
  const resolution = resolveProfile(profile, secrets);
  if (!resolution.ok) {
    return { kind: 'problems', messages: resolution.problems.map((problem) => problem.message) };
  }
  const source = { profile, secrets, request: resolution.request, message };
  const variables = variablesOf(toSnippetRequest(source, false));
  const text = SNIPPET_TARGETS[target].write(toSnippetRequest(source, includesSecrets));
  return {
    kind: 'code',
    text,
    // Not every client can send them all.
    variables: variables.filter((variable) => text.includes(variable)),
    hasSecrets: variables.length > 0,
  };
}
