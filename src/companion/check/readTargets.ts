import { checkExpectations } from '#domain/expectation/checkExpectations.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { preflight } from '#domain/profile/preflight.ts';
import { withAdvice } from '#domain/profile/profileProblem.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { fillProfile } from '#domain/profile/variables/fillProfile.ts';
import { CallProblem } from './callProblem.ts';
import type { CheckCommand } from './checkCommand.ts';
import type { CheckTarget } from './checkTarget.ts';
import type { NamedMessage } from '#domain/expectation/awaitedSaved.ts';
import type { ProfileToFill } from './filledProfile.ts';
import { hasPlaceholder } from './fillPlaceholders.ts';
import { nameOf, readAwaitedMessages, readMessageToSend, type MessageToSend } from './messageToSend.ts';
import { overrideProfile } from './overrideProfile.ts';
import { readProfileSecrets } from './profileSecrets.ts';
import { missingSentence, profileVariables } from './profileVariables.ts';
import { profilesOfFile } from './profilesOfFile.ts';
import { readTextFile } from './readTextFile.ts';
import { readTlsFiles } from './readTlsFiles.ts';
import { secretParts } from '#domain/profile/secretParts.ts';
import { secretsOfRequest } from '#domain/profile/secretsOfRequest.ts';
import { urlProfile } from './urlProfile.ts';
import { createMasker } from './valueMasker.ts';
import type { Variables } from '../environment/variables.ts';

export interface ReadTargets {
  readonly targets: readonly CheckTarget[];
  /** Sentences on what will probably go wrong. */
  readonly warnings: readonly string[];
}

/** Opens what the command line names and fills in what it asks for. Throws `CallProblem` before anything is dialled. */
export async function readTargets(
  command: CheckCommand,
  variables: Variables,
  now: number,
): Promise<ReadTargets> {
  const tlsFiles = await readTlsFiles(command.overrides, variables);
  const profiles = await Promise.all(
    command.targets.map((target) => readTarget(target, command.environment, variables)),
  );
  const filled = profiles.flat().map((profile) =>
    fillVariables({
      ...overrideProfile(profile, command.overrides, tlsFiles, variables),
      variables: profile.variables,
    }),
  );
  const source = command.exchange?.send ?? null;
  const targets = filled.map((profile) =>
    toTarget(profile, readMessageToSend(profile, source, variables), readAwaitedMessages(profile)),
  );
  return { targets, warnings: filled.flatMap((profile) => warningsOf(profile, now)) };
}

/** Puts the values of `{{variables}}` in their places. Throws `CallProblem` when one has none. */
function fillVariables({ profile, secrets, hidden, variables }: ProfileToFill): ProfileToFill {
  const filled = fillProfile(profile, secrets, variables.lookup);
  if (filled.missing.length > 0) throw new CallProblem(missingSentence(filled.missing, nameOf(profile)));
  return {
    profile: filled.profile,
    secrets: filled.secrets,
    hidden: [...hidden, ...Object.values(filled.secrets)],
    variables,
  };
}

/** What the page's preflight says, by name, and without the secrets that it may quote of a path. */
function warningsOf({ profile, secrets, hidden, variables }: ProfileToFill, now: number): readonly string[] {
  const mask = createMasker([...hidden, ...variables.hidden].flatMap(secretParts));
  return preflight({ ...profile, transport: 'companion' }, secrets, now)
    .map(withAdvice)
    .map(({ message }) => mask(profile.name === '' ? message : `${profile.name}: ${message}`));
}

/** Behind a file of profiles: the name of the one that is meant. */
const NAME_MARK = '#';

async function readTarget(
  target: string,
  environment: string | null,
  variables: Variables,
): Promise<readonly ProfileToFill[]> {
  if (target.includes('://') || hasPlaceholder(target)) {
    return [{ ...urlProfile(target, variables), variables: profileVariables([], null, variables) }];
  }
  const [file = '', ...rest] = target.split(NAME_MARK);
  const path = maskUrl(file);
  const text = await readTextFile(file, `“${path}” is no URL (wss://…), and as a file of profiles it`);
  const { profiles, environments } = profilesOfFile(text, rest.join(NAME_MARK), path);
  return profiles.map((profile) => {
    const secrets = readProfileSecrets(profile, variables);
    return {
      profile,
      secrets,
      hidden: Object.values(secrets),
      variables: profileVariables(environments, environment, variables),
    };
  });
}

function toTarget(
  { profile, secrets, hidden, variables }: ProfileToFill,
  toSend: MessageToSend,
  awaitedMessages: readonly NamedMessage[],
): CheckTarget {
  const resolved = resolveProfile(profile, secrets);
  const [fault] = checkExpectations(profile.expectations ?? [], profile.messages);
  if (fault !== undefined) throw new CallProblem(`An expectation of ${nameOf(profile)}: ${fault.message}`);
  const name = profile.name === '' ? null : profile.name;
  if (!resolved.ok) {
    throw new CallProblem(
      `${nameOf(profile)}: ${resolved.problems.map((problem) => problem.message).join(' ')}`,
    );
  }
  // Whatever the profile was made for: only the companion's own handshake sees what a gateway answers.
  const request = { ...resolved.request, transport: 'companion' as const };
  return {
    name,
    request,
    gateway: profile.gateway,
    message: toSend.message === null ? null : { name: toSend.name, message: toSend.message },
    expectations: profile.expectations ?? [],
    awaitedMessages,
    secretNames: [...profile.parameters, ...profile.headers].flatMap((field) =>
      field.value.kind === 'secret' ? [field.name] : [],
    ),
    secrets: [
      ...[...hidden, ...variables.hidden, ...toSend.values].flatMap(secretParts),
      ...secretsOfRequest(request),
    ],
  };
}
