import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { Stores } from '../stores/StoresContext.ts';
import { endConnection } from './endConnection.ts';

/** Saves the profiles of an import, with what they would send first. A notice offers to take all of it back. */
export function createImported(
  stores: Pick<Stores, 'profiles' | 'connections' | 'draftMessages' | 'notices'>,
  imported: readonly ImportedProfile[],
): void {
  const { addAll, select } = stores.profiles.getState().actions;
  const selectedBefore = stores.profiles.getState().selectedId;
  const secrets = Object.assign({}, ...imported.map((profile) => profile.secrets)) as Readonly<
    Record<string, string>
  >;
  const ids = addAll(
    imported.map(({ fields }): Partial<Profile> => fields),
    secrets,
  );
  imported.forEach(({ message }, index) => {
    const id = ids[index];
    if (id !== undefined && message !== null) stores.draftMessages.getState().actions.put(id, message);
  });
  stores.notices.getState().actions.show(createdSentence(imported), {
    label: 'Undo',
    run() {
      for (const id of ids) {
        endConnection(stores, id);
        stores.connections.getState().actions.forget(id);
        stores.draftMessages.getState().actions.forget(id);
      }
      stores.profiles.getState().actions.forgetAll(ids);
      if (stores.profiles.getState().selectedId === null) select(selectedBefore);
    },
  });
}

function createdSentence(imported: readonly ImportedProfile[]): string {
  const [first] = imported;
  return imported.length === 1 && first !== undefined
    ? `Created “${first.fields.name}”.`
    : `Created ${imported.length} profiles.`;
}
