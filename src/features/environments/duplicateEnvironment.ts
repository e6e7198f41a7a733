import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import type { Field } from '#domain/profile/profile.ts';
import { newId } from '../stores/newId.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { nameOfCopy } from './environmentList.ts';

/** A copy with secrets of its own, so that neither changes with the other. Returns its id. */
export function duplicateEnvironment(
  profiles: Stores['profiles'],
  { name, variables }: Environment,
): EnvironmentId {
  const { actions, environments } = profiles.getState();
  const copies = variables.map((variable): Field => {
    const { value } = variable;
    if (value.kind === 'text') return { ...variable, id: newId() };
    const secretId = newId();
    actions.copySecret(value.secretId, secretId);
    return { ...variable, id: newId(), value: { kind: 'secret', secretId } };
  });
  return actions.addEnvironment(nameOfCopy(name, Object.values(environments)), copies);
}
