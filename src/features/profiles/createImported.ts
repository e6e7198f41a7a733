import type { Environment } from '#domain/profile/environment.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Secrets } from '#domain/profile/profile.ts';
import { secretIdsOf } from '#domain/profile/secretIdsOf.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { endConnection } from './endConnection.ts';
import { importedSentence } from './importChoices.ts';
import type { ImportDecision } from './importChoices.ts';

/** Saves what was chosen of an import, with what it would send first. A notice offers to take all of it back. */
export function createImported(
  stores: Pick<Stores, 'profiles' | 'connections' | 'reconnections' | 'draftMessages' | 'notices'>,
  decisions: readonly ImportDecision[],
  environments: readonly Environment[] = [],
  environmentSecrets: Secrets = {},
): void {
  const { saveAll, takeEnvironments } = stores.profiles.getState().actions;
  const made = decisions.flatMap(({ imported, choice, fields }) =>
    fields === null ? [] : [{ imported, choice, fields }],
  );
  const brought = Object.assign({}, ...made.map(({ imported }) => imported.secrets)) as Secrets;
  // Nothing is kept of a value that no profile names: one that an update has no place for.
  const named = new Set(made.flatMap(({ fields }) => secretIdsOf(newProfile('', 0, fields))));
  const secrets = Object.fromEntries(Object.entries(brought).filter(([id]) => named.has(id)));
  const { ids, undo } = saveAll(
    made.map(({ fields }) => fields),
    secrets,
  );
  const dropEnvironments = takeEnvironments(environments, environmentSecrets);
  made.forEach(({ imported: { message } }, index) => {
    const id = ids[index];
    if (id !== undefined && message !== null) stores.draftMessages.getState().actions.put(id, message);
  });
  const created = ids.filter((_id, index) => made[index]?.choice !== 'update');
  stores.notices.getState().actions.show(importedSentence(made), {
    label: 'Undo',
    run() {
      for (const id of created) {
        endConnection(stores, id);
        stores.connections.getState().actions.forget(id);
        stores.draftMessages.getState().actions.forget(id);
      }
      undo();
      dropEnvironments();
    },
  });
}
