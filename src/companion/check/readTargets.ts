import { profileWarnings } from '#domain/profile/checkProfile.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { CallProblem } from './callProblem.ts';
import type { CheckCommand } from './checkCommand.ts';
import type { CheckTarget } from './checkTarget.ts';
import type { FilledProfile } from './filledProfile.ts';
import { fillPlaceholders, hasPlaceholder } from './fillPlaceholders.ts';
import { overrideProfile } from './overrideProfile.ts';
import { parseProfilesFile } from './parseProfilesFile.ts';
import { readProfileSecrets } from './profileSecrets.ts';
import { readTextFile } from './readTextFile.ts';
import { readTlsFiles } from './readTlsFiles.ts';
import { secretsOfRequest } from './secretsOfRequest.ts';
import { urlProfile } from './urlProfile.ts';
import type { Variables } from './variables.ts';

export interface ReadTargets {
  readonly targets: readonly CheckTarget[];
  /** Sentences on what will probably go wrong. */
  readonly warnings: readonly string[];
}

/** Opens what the command line names and fills in what it asks for. Throws `CallProblem` before anything is dialled. */
export async function readTargets(command: CheckCommand, variables: Variables): Promise<ReadTargets> {
  const tlsFiles = await readTlsFiles(command.overrides, variables);
  const profiles = await Promise.all(command.targets.map((target) => readTarget(target, variables)));
  const filled = profiles
    .flat()
    .map((profile) => overrideProfile(profile, command.overrides, tlsFiles, variables));
  const message = fillPlaceholders(command.exchange?.send ?? '', variables);
  return {
    targets: filled.map((profile) => toTarget(profile, command, message.text, message.values)),
    warnings: filled.flatMap(({ profile, secrets }) =>
      profileWarnings(profile, secrets).map((warning) => warning.message),
    ),
  };
}

async function readTarget(target: string, variables: Variables): Promise<readonly FilledProfile[]> {
  if (target.includes('://') || hasPlaceholder(target)) return [urlProfile(target, variables)];
  const path = maskUrl(target);
  const text = await readTextFile(target, `“${path}” is no URL (wss://…), and as a file of profiles it`);
  return parseProfilesFile(text, path).map((profile) => {
    const secrets = readProfileSecrets(profile, variables);
    return { profile, secrets, hidden: Object.values(secrets) };
  });
}

function toTarget(
  { profile, secrets, hidden }: FilledProfile,
  command: CheckCommand,
  message: string,
  messageSecrets: readonly string[],
): CheckTarget {
  const resolved = resolveProfile(profile, secrets);
  const name = profile.name === '' ? null : profile.name;
  if (!resolved.ok) {
    const where = name ?? maskUrl(profile.url);
    throw new CallProblem(`${where}: ${resolved.problems.map((problem) => problem.message).join(' ')}`);
  }
  // Whatever the profile was made for: only the companion's own handshake sees what a gateway answers.
  const request = { ...resolved.request, transport: 'companion' as const };
  return {
    name,
    request,
    gateway: profile.gateway,
    message: command.exchange?.send === null ? null : message,
    secretNames: [...profile.parameters, ...profile.headers].flatMap((field) =>
      field.value.kind === 'secret' ? [field.name] : [],
    ),
    secrets: [...hidden, ...messageSecrets, ...secretsOfRequest(request)],
  };
}
