import type { Stores } from '../stores/StoresContext.ts';
import { endConnection } from './endConnection.ts';

/** Says when another tab deletes the profile that is shown here, and offers it back. */
export function tellDeletionsElsewhere(
  stores: Pick<Stores, 'profiles' | 'connections' | 'reconnections' | 'notices'>,
): void {
  stores.profiles.subscribe(({ deletedElsewhere: deleted, actions }, before) => {
    if (deleted === null || deleted === before.deletedElsewhere) return;
    endConnection(stores, deleted.id);
    stores.notices.getState().actions.show(`“${deleted.name}” was deleted in another tab.`, {
      label: 'Keep it',
      run: () => actions.restore(deleted),
    });
  });
}
