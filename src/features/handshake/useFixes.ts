import type { FixAction } from '#domain/gateway/fixAction.ts';
import { applyFix } from '#domain/profile/applyFix.ts';
import { describeFix } from '#domain/profile/describeFix.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { connectProfile } from '../stores/connectProfile.ts';
import { focusAddedRow } from '../stores/focusAddedRow.ts';
import { useStores } from '../stores/StoresContext.ts';
import { effectiveTransport, useCompanion } from '../stores/useCompanion.ts';

/** Carries fixes out on the profile, each with a way back. */
export function useFixes(profile: Profile): (action: FixAction, isTriedAgain: boolean) => void {
  const stores = useStores();
  const companion = useCompanion();
  return (action, isTriedAgain) => {
    const { edit } = stores.profiles.getState().actions;
    const changed = applyFix(profile, action);
    edit(profile.id, () => changed);
    stores.notices.getState().actions.show(`Applied: ${describeFix(action)}.`, {
      label: 'Undo',
      run: () => edit(profile.id, () => profile),
    });
    const added = addedRow(profile, changed);
    if (added !== null) focusAddedRow(added);
    if (!isTriedAgain) return;
    const { transport } = selectProfile(stores.profiles.getState(), profile.id) ?? changed;
    void connectProfile(stores, profile.id, effectiveTransport(transport, companion));
  };
}

/** The row that is new and has to be filled in; `null` when no row was added. */
function addedRow(before: Profile, after: Profile): string | null {
  const idsBefore = new Set([...before.parameters, ...before.headers].map(({ id }) => id));
  const added = [...after.parameters, ...after.headers].find(
    ({ id, value }) => !idsBefore.has(id) && value.kind === 'text' && value.text === '',
  );
  return added?.id ?? null;
}
