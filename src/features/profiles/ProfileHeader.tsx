import { Braces, Copy, FlaskConical, Folder, Globe, Save, Undo2, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import { findScenario } from '../stores/findScenario.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { selectProfile, selectTeamConflict } from '#state/profilesStore.ts';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { modifierKey } from '#ui/modifierKey.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useCatalogue, useProfiles } from '../stores/useStores.ts';
import { CodeDialog } from './CodeDialogOnDemand.ts';
import { DescriptionLine } from './DescriptionLine.tsx';
import { discardChanges } from './discardChanges.ts';
import { RenameField } from './RenameField.tsx';
import { renameProfile } from './renameProfile.ts';
import { saveProfile } from './saveProfile.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';

const TeamConflict = onDemand(async () => (await import('./team/TeamConflict.tsx')).TeamConflict);

const CatalogueWarning = onDemand(
  async () => (await import('./catalogue/CatalogueWarning.tsx')).CatalogueWarning,
);

export interface ProfileHeaderProps {
  readonly profileId: ProfileId;
}

/** On the selected profile: what it is, whether it is saved, what can be done about that, and what it is for. */
export function ProfileHeader({ profileId }: ProfileHeaderProps) {
  const stores = useStores();
  const profile = useProfiles((state) => selectProfile(state, profileId));
  const isUnsaved = useProfiles((state) => profileId in state.drafts);
  const isSaved = useProfiles((state) => profileId in state.saved);
  const isReadyMade = useProfiles((state) => profileId in state.readyMade);
  const isInTeam = useProfiles((state) => profileId in state.team);
  const teamName = useProfiles((state) =>
    isInTeamFile(state, profileId) ? state.teamFile?.name : undefined,
  );
  const site = useCatalogue(({ reading }) => (reading?.ok === true ? reading.address.site : ''));
  const isInCatalogue = isReadyMade && isCatalogueId(profileId);
  const hasConflict = useProfiles((state) => selectTeamConflict(state, profileId) !== null);
  const [isCodeOpen, setCodeOpen] = useState(false);
  // What is known: the list of profiles asks for it.
  const { data } = useQuery({ ...localGatewaysQuery(), enabled: false });
  if (profile === null) return null;
  const scenario = findScenario(data?.gateways ?? [], profileId);
  const { actions } = stores.profiles.getState();
  const save = () => saveProfile(stores, profileId);
  return (
    <>
      <header className="shrink-0 border-b border-line bg-surface">
        <div className="@container flex h-9 items-center gap-2 pr-2 pl-3">
          <Place
            kind={isInCatalogue ? 'catalogue' : teamName === undefined ? 'own' : 'team'}
            owner={isInCatalogue ? site : (teamName ?? '')}
            folder={profile.folder}
          />
          <ProfileName
            key={profileId}
            name={profile.name}
            onRename={isReadyMade ? null : (name) => renameProfile(stores, profileId, name)}
          />
          <output aria-label="Profile" className="flex shrink-0 items-center gap-1.5 text-xs text-ink-soft">
            {isUnsaved && (
              <>
                <span aria-hidden className="size-1.5 rounded-full bg-accent" />
                <span className="sr-only @md:not-sr-only">Unsaved</span>
              </>
            )}
          </output>
          {scenario?.isSynthetic === true && (
            <Badge>
              <FlaskConical aria-hidden className="size-3" />
              synthetic
            </Badge>
          )}
          {scenario !== null && (
            <p
              className="hidden min-w-0 flex-1 truncate text-xs text-ink-soft @xl:block"
              title={scenario.note}
            >
              {scenario.note}
            </p>
          )}
          <span className="ml-auto flex shrink-0 items-center gap-1">
            {isUnsaved && (
              <Button variant="quiet" size="small" onClick={() => discardChanges(stores, profileId)}>
                <Undo2 aria-hidden className="size-3.5" />
                {isSaved || isInTeam || isReadyMade ? 'Discard changes' : 'Discard'}
              </Button>
            )}
            <IconButton
              id="copy-as-code"
              size="small"
              label="Copy as code"
              icon={<Braces />}
              onClick={() => setCodeOpen(true)}
            />
            {isCodeOpen && (
              <Suspense>
                <CodeDialog profileId={profileId} onClose={() => setCodeOpen(false)} />
              </Suspense>
            )}
            {!isReadyMade && teamName === undefined && (
              <IconButton
                size="small"
                label="Duplicate"
                icon={<Copy />}
                onClick={() => actions.duplicate(profileId)}
              />
            )}
            {(isUnsaved || isReadyMade) && (
              <Button size="small" onClick={save} aria-keyshortcuts="Control+S" title={`${modifierKey()}S`}>
                <Save aria-hidden className="size-3.5" />
                {isReadyMade ? 'Save as profile' : 'Save'}
              </Button>
            )}
          </span>
        </div>
        <DescriptionLine key={profileId} profile={profile} />
      </header>
      {isInCatalogue && (
        <Suspense>
          <CatalogueWarning profileId={profileId} />
        </Suspense>
      )}
      {hasConflict && (
        <Suspense>
          <TeamConflict key={profileId} profileId={profileId} />
        </Suspense>
      )}
    </>
  );
}

const PLACES = {
  own: { icon: Folder, word: 'Folder' },
  team: { icon: Users, word: 'File' },
  catalogue: { icon: Globe, word: 'Catalogue' },
} as const;

interface PlaceProps {
  readonly kind: keyof typeof PLACES;
  /** The team's file or the catalogue's site; empty for the person's own profiles. */
  readonly owner: string;
  readonly folder: string;
}

function Place({ kind, owner, folder }: PlaceProps) {
  if (owner === '' && folder === '') return null;
  const { icon: Icon, word } = PLACES[kind];
  const path = [owner, ...folder.split('/')].filter((part) => part !== '').join(' / ');
  return (
    <span className="hidden max-w-[40%] min-w-0 shrink items-center gap-1.5 truncate text-xs text-ink-soft @lg:flex">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{word}: </span>
      <span className="truncate">{path}</span>
      <span aria-hidden>/</span>
    </span>
  );
}

interface ProfileNameProps {
  readonly name: string;
  /** `null` where the name is not the person's to change. */
  readonly onRename: ((name: string) => void) | null;
}

function ProfileName({ name, onRename }: ProfileNameProps) {
  const [isRenaming, setRenaming] = useState(false);
  if (isRenaming && onRename !== null) {
    return (
      <RenameField
        name={name}
        onDone={(changed) => {
          if (changed !== null) onRename(changed);
          setRenaming(false);
        }}
        className="w-64 font-semibold"
      />
    );
  }
  return (
    <h2 className="-mx-1.5 flex min-w-16 font-semibold">
      {onRename === null ? (
        <span title={name} className="truncate px-1.5">
          {name}
        </span>
      ) : (
        <button
          type="button"
          title="Rename"
          onClick={() => setRenaming(true)}
          className="truncate rounded px-1.5 py-0.5 font-semibold hover:bg-hover"
        >
          {name}
        </button>
      )}
    </h2>
  );
}
