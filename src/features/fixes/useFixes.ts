import type { FixAction } from '#domain/gateway/fixAction.ts';
import { applyFix } from '#domain/profile/applyFix.ts';
import { describeFix } from '#domain/profile/describeFix.ts';
import { isCredentialName } from '#domain/profile/isCredentialName.ts';
import type { Field, Profile, SecretId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { connectProfile } from '../stores/connectProfile.ts';
import { focusAddedRow } from '../stores/focusAddedRow.ts';
import { newId } from '../stores/newId.ts';
import { useStores } from '../stores/StoresContext.ts';
import { effectiveTransport, useCompanion } from '../stores/useCompanion.ts';

/** Carries fixes out on the profile, each with a way back. */
export function useFixes(profile: Profile): (action: FixAction, isTriedAgain: boolean) => void {
  const stores = useStores();
  const companion = useCompanion();
  return (action, isTriedAgain) => {
    const { edit, setSecret } = stores.profiles.getState().actions;
    const applied = applyFix(profile, action);
    const added = addedRow(profile, applied);
    const secretId = newId();
    const changed = added === null ? applied : withSecret(applied, added, secretId);
    if (changed !== applied) setSecret(secretId, '');
    edit(profile.id, () => changed);
    stores.notices.getState().actions.show(`Applied: ${describeFix(action)}.`, {
      label: 'Undo',
      run: () => edit(profile.id, () => profile),
    });
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

/** What is typed under the name of a credential is a secret from the first letter on (design.md section 6). */
function withSecret(profile: Profile, rowId: string, secretId: SecretId): Profile {
  const isAdded = (kind: 'query' | 'header') => (field: Field) =>
    field.id === rowId && isCredentialName(field.name, kind);
  const keep = (kind: 'query' | 'header', fields: readonly Field[]) =>
    fields.map((field): Field =>
      isAdded(kind)(field) ? { ...field, value: { kind: 'secret', secretId } } : field,
    );
  if (!profile.parameters.some(isAdded('query')) && !profile.headers.some(isAdded('header'))) return profile;
  return {
    ...profile,
    parameters: keep('query', profile.parameters),
    headers: keep('header', profile.headers),
  };
}
