import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileDown, Import, Plus } from 'lucide-react';
import { Suspense, useMemo, useRef, useState } from 'react';
import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { Button } from '#ui/Button.tsx';
import type { Point } from '#ui/PointMenu.tsx';
import { definePart, onDemand } from '#ui/onDemand.ts';
import { WhenHere } from '#ui/WhenHere.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useCatalogue, useProfiles } from '../stores/useStores.ts';
import { useCompanion } from '../stores/useCompanion.ts';
import { CATALOGUE_ACTIONS } from './catalogue/catalogueOnDemand.ts';
import { CodeDialog } from './CodeDialogOnDemand.ts';
import { connectFromList } from './connectFromList.ts';
import { DescriptionDialog } from './DescriptionDialogOnDemand.ts';
import { discardChanges } from './discardChanges.ts';
import { endConnection } from './endConnection.ts';
import { exportRows } from './exportRows.ts';
import { folderPaths } from './folderPaths.ts';
import { LocalGatewaysLine } from './LocalGatewaysLine.tsx';
import { localGatewaysNote } from './localGatewaysNote.ts';
import { NoProfiles } from './NoProfiles.tsx';
import { ownProfiles } from './ownProfiles.ts';
import { CATALOGUE_KEY, ownFolder, ownFolderKey } from './profileTree.ts';
import { ProfileSearch } from './ProfileSearch.tsx';
import { focusRow, ProfileTree } from './ProfileTree.tsx';
import type { ProfileTreeActions, TreeHandle } from './ProfileTree.tsx';
import { removeProfile } from './removeProfile.ts';
import { saveProfile } from './saveProfile.ts';
import { SAVE_PROFILES_FILE } from './saveProfilesFileOnDemand.ts';
import { moveProfile, renameProfile } from './renameProfile.ts';
import { isInTeamFile } from './team/isInTeamFile.ts';
import { TEAM_FILE } from './team/teamFileOnDemand.ts';
import { StorageProblem } from './StorageProblem.tsx';
import { useFolding } from './useFolding.ts';
import { useProfileRows } from './useProfileRows.ts';

export interface ProfilesNavProps {
  /** After a profile was selected, connected or made here: where the list covers the page, it can go. */
  readonly onChosen?: () => void;
}

/** What lies over the list, one thing at a time. */
type Overlay =
  | { readonly kind: 'menu'; readonly id: ProfileId; readonly point: Point }
  | { readonly kind: 'rename'; readonly id: ProfileId }
  | { readonly kind: 'move'; readonly id: ProfileId }
  | { readonly kind: 'describe'; readonly id: ProfileId }
  | { readonly kind: 'code'; readonly id: ProfileId }
  | { readonly kind: 'share'; readonly id: ProfileId }
  | { readonly kind: 'folder-menu'; readonly key: string; readonly point: Point }
  | { readonly kind: 'folder-move'; readonly folder: string }
  | { readonly kind: 'import'; readonly files?: readonly File[] }
  | { readonly kind: 'export' };

const COPY_PROFILE_LINK = definePart(async () => (await import('./copyProfileLink.ts')).copyProfileLink);
const ImportDialog = onDemand(async () => (await import('./ImportDialog.tsx')).ImportDialog);
const ExportProfilesDialog = onDemand(
  async () => (await import('./ExportProfilesDialog.tsx')).ExportProfilesDialog,
);
const ShareSecretsDialog = onDemand(
  async () => (await import('./ShareSecretsDialog.tsx')).ShareSecretsDialog,
);
const MoveDialog = onDemand(async () => (await import('./MoveDialog.tsx')).MoveDialog);

const MoveFolderDialog = onDemand(async () => (await import('./MoveFolderDialog.tsx')).MoveFolderDialog);

const ROW_MENU = definePart(async () => (await import('./RowMenu.tsx')).RowMenu);

const FOLDER_EDITS = definePart(() => import('./folderEdits.ts'));

const FOLDER_MENU = definePart(async () => (await import('./FolderMenu.tsx')).FolderMenu);

const CATALOGUE_MENU = definePart(async () => (await import('./catalogue/CatalogueMenu.tsx')).CatalogueMenu);

const CatalogueProblem = onDemand(
  async () => (await import('./catalogue/CatalogueProblem.tsx')).CatalogueProblem,
);

const CatalogueLine = onDemand(async () => (await import('./catalogue/CatalogueLine.tsx')).CatalogueLine);

const TeamProblem = onDemand(async () => (await import('./team/TeamProblem.tsx')).TeamProblem);

const NO_GATEWAYS: readonly LocalGateway[] = [];

export function ProfilesNav({ onChosen }: ProfilesNavProps) {
  const stores = useStores();
  const companion = useCompanion();
  const gatewaysQuery = useQuery({ ...localGatewaysQuery(), enabled: companion === 'ready' });
  const gateways = gatewaysQuery.data?.gateways ?? NO_GATEWAYS;
  const [search, setSearch] = useState('');
  const [folding, fold] = useFolding();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const treeRef = useRef<TreeHandle>(null);
  const rows = useProfileRows({ gateways, folding, search });
  const isTeamBroken = useProfiles(({ teamFile }) => teamFile !== null && teamFile.problems.length > 0);
  const hasCatalogue = useCatalogue(({ reading }) => reading !== null);
  const queryClient = useQueryClient();
  const { actions: profiles } = stores.profiles.getState();

  // The same object at every render, so that of a thousand rows only those render again that look different.
  const actions = useMemo<ProfileTreeActions>(
    () => ({
      fold,
      select(id) {
        profiles.select(id);
        onChosen?.();
      },
      connect(id) {
        connectFromList(stores, id, companion);
        onChosen?.();
      },
      end: (id) => endConnection(stores, id),
      openFolderMenu: (key, point) => setOverlay({ kind: 'folder-menu', key, point }),
      startFolderMove: (key) => setOverlay({ kind: 'folder-move', folder: ownFolder(key) ?? '' }),
      removeFolder: (key) =>
        void FOLDER_EDITS.load().then((edits) => edits.removeFolder(stores, ownFolder(key) ?? '')),
      openMenu: (id, point) => setOverlay({ kind: 'menu', id, point }),
      startRename: (id) => setOverlay({ kind: 'rename', id }),
      rename(id, name, hasFocus) {
        if (name !== null) renameProfile(stores, id, name);
        setOverlay(null);
        if (hasFocus) focusRow(treeRef, id);
      },
      remove: (id) => removeProfile(stores, id),
    }),
    [stores, profiles, companion, fold, onChosen],
  );

  const copyLink = async (id: ProfileId) => (await COPY_PROFILE_LINK.load())(stores, id);
  const refreshCatalogue = async (address: CatalogueAddress) =>
    (await CATALOGUE_ACTIONS.load()).refresh(queryClient, stores, address);
  const copyCatalogue = async (address: CatalogueAddress) => {
    const file = (await CATALOGUE_ACTIONS.load()).fileOf(queryClient, address);
    if (file !== null) setOverlay({ kind: 'import', files: [file] });
  };
  const saveAsFile = async (chosen: readonly Profile[]) => (await SAVE_PROFILES_FILE.load())(stores, chosen);
  const close = () => setOverlay(null);
  const create = () => {
    setSearch('');
    profiles.create();
    onChosen?.();
  };
  const note = localGatewaysNote(companion, {
    status: gatewaysQuery.status,
    gatewayCount: gateways.length,
  });
  return (
    <nav aria-label="Profiles" className="flex min-h-0 flex-1 flex-col bg-canvas">
      <StorageProblem />
      {isTeamBroken && (
        <Suspense>
          <TeamProblem />
        </Suspense>
      )}
      {hasCatalogue && (
        <Suspense>
          <CatalogueProblem />
        </Suspense>
      )}
      <ProfileSearch
        search={search}
        onSearchChange={setSearch}
        onArrowDown={() => focusRow(treeRef, rows[0]?.key ?? null)}
        onEnter={() => {
          const first = rows.find((row) => row.kind === 'profile');
          if (first !== undefined) actions.select(first.id);
        }}
      />
      <div className="@container min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-1.5 pb-2">
        {rows.length === 0 ? (
          <NoProfiles search={search} onClearSearch={() => setSearch('')} />
        ) : (
          <ProfileTree
            ref={treeRef}
            rows={rows}
            renamingId={overlay?.kind === 'rename' ? overlay.id : null}
            menuId={overlay?.kind === 'menu' ? overlay.id : null}
            actions={actions}
          />
        )}
        {hasCatalogue && search === '' && (
          <Suspense>
            <CatalogueLine />
          </Suspense>
        )}
        {note !== null && search === '' && <LocalGatewaysLine note={note} />}
      </div>
      <footer className="flex shrink-0 gap-1 border-t border-line p-1.5">
        <Button variant="quiet" size="small" className="h-7! flex-1" onClick={create}>
          <Plus aria-hidden className="size-3.5" />
          New
        </Button>
        <Button
          variant="quiet"
          size="small"
          className="h-7! flex-1"
          onClick={() => setOverlay({ kind: 'import' })}
        >
          <Import aria-hidden className="size-3.5" />
          Import
        </Button>
        <Button
          variant="quiet"
          size="small"
          className="h-7! flex-1"
          onClick={() => setOverlay({ kind: 'export' })}
        >
          <FileDown aria-hidden className="size-3.5" />
          Export
        </Button>
      </footer>
      <Suspense>{renderOverlay()}</Suspense>
    </nav>
  );

  function renderOverlay() {
    if (overlay === null || overlay.kind === 'rename') return null;
    if (overlay.kind === 'import') {
      return (
        <ImportDialog
          files={overlay.files}
          onClose={close}
          onImported={() => {
            close();
            setSearch('');
            onChosen?.();
          }}
        />
      );
    }
    if (overlay.kind === 'export') {
      return (
        <ExportProfilesDialog
          profiles={ownProfiles(stores.profiles.getState())}
          onClose={close}
          onExport={(chosen) => {
            close();
            void saveAsFile(chosen);
          }}
        />
      );
    }
    if (overlay.kind === 'folder-menu') return renderFolderMenu(overlay.key, overlay.point);
    if (overlay.kind === 'folder-move') {
      return (
        <MoveFolderDialog
          folder={overlay.folder}
          onClose={close}
          onReturnFocus={(folder) => focusRow(treeRef, ownFolderKey(folder))}
        />
      );
    }
    const { id } = overlay;
    if (overlay.kind === 'move') {
      const state = stores.profiles.getState();
      const profile = selectProfile(state, id);
      if (profile === null) return null;
      const siblings = isInTeamFile(state, id) ? Object.values(state.team) : ownProfiles(state);
      return (
        <MoveDialog
          title={`Move “${profile.name}”`}
          folder={profile.folder}
          folders={folderPaths(siblings)}
          onClose={close}
          onReturnFocus={() => focusRow(treeRef, id)}
          onMove={(folder) => {
            moveProfile(stores, id, folder);
            close();
          }}
        />
      );
    }
    if (overlay.kind === 'describe') {
      const profile = selectProfile(stores.profiles.getState(), id);
      if (profile === null) return null;
      return (
        <DescriptionDialog profile={profile} onClose={close} onReturnFocus={() => focusRow(treeRef, id)} />
      );
    }
    if (overlay.kind === 'code') {
      return <CodeDialog profileId={id} onClose={close} onReturnFocus={() => focusRow(treeRef, id)} />;
    }
    if (overlay.kind === 'share') {
      return (
        <ShareSecretsDialog profileId={id} onClose={close} onReturnFocus={() => focusRow(treeRef, id)} />
      );
    }
    const row = rows.find((each) => each.kind === 'profile' && each.id === id);
    if (row?.kind !== 'profile') return null;
    const closeMenu = () => setOverlay((current) => (current?.kind === 'menu' ? null : current));
    return (
      <WhenHere part={ROW_MENU} isOpen onGiveUp={closeMenu}>
        {(RowMenu) => (
          <RowMenu
            row={row}
            point={overlay.point}
            actions={{
              connect: () => actions.connect(id),
              end: () => actions.end(id),
              save: () => saveProfile(stores, id),
              discard: () => discardChanges(stores, id),
              startRename: () => actions.startRename(id),
              duplicate: () => profiles.duplicate(id),
              copyAsCode: () => setOverlay({ kind: 'code', id }),
              copyLink: () => void copyLink(id),
              shareSecrets: () => setOverlay({ kind: 'share', id }),
              saveAsFile: () =>
                void saveAsFile(
                  ownProfiles(stores.profiles.getState()).filter((profile) => profile.id === id),
                ),
              startMove: () => setOverlay({ kind: 'move', id }),
              describe: () => setOverlay({ kind: 'describe', id }),
              remove: () => actions.remove(id),
              team: teamTarget(id),
            }}
            onClose={closeMenu}
            onReturnFocus={() => {
              // Unless what was chosen has the focus by now: the name being edited, or a dialog.
              if (document.activeElement === document.body) focusRow(treeRef, id);
            }}
          />
        )}
      </WhenHere>
    );
  }

  /** Of the person's own profiles, which can be moved into the file of the team. */
  function teamTarget(id: ProfileId) {
    const { teamFile } = stores.profiles.getState();
    const own = ownProfiles(stores.profiles.getState()).find((profile) => profile.id === id);
    if (teamFile === null || own === undefined) return null;
    return {
      name: teamFile.name,
      moveThere: () => void TEAM_FILE.load().then((team) => team.moveToTeam(stores, own)),
    };
  }

  function renderFolderMenu(key: string, point: Point) {
    const row = rows.find((each) => each.key === key);
    if (row === undefined) return null;
    const closeMenu = () => setOverlay((current) => (current?.kind === 'folder-menu' ? null : current));
    if (key === CATALOGUE_KEY) return renderCatalogueMenu(row.name, point, closeMenu);
    return (
      <WhenHere part={FOLDER_MENU} isOpen onGiveUp={closeMenu}>
        {(FolderMenu) => (
          <FolderMenu
            name={row.name}
            point={point}
            onMove={() => actions.startFolderMove(key)}
            onRemove={() => actions.removeFolder(key)}
            onExport={() => {
              const own = ownProfiles(stores.profiles.getState());
              const within = exportRows(own).find((each) => each.key === key)?.ids ?? [];
              void saveAsFile(own.filter(({ id }) => within.includes(id)));
            }}
            onClose={closeMenu}
            onReturnFocus={() => {
              if (document.activeElement === document.body) focusRow(treeRef, key);
            }}
          />
        )}
      </WhenHere>
    );
  }

  function renderCatalogueMenu(site: string, point: Point, closeMenu: () => void) {
    const { reading } = stores.catalogue.getState();
    if (reading?.ok !== true) return null;
    const { address } = reading;
    return (
      <WhenHere part={CATALOGUE_MENU} isOpen onGiveUp={closeMenu}>
        {(CatalogueMenu) => (
          <CatalogueMenu
            site={site}
            point={point}
            onRefresh={() => void refreshCatalogue(address)}
            onCopyAll={() => void copyCatalogue(address)}
            onForget={address.isOwnSite ? null : () => stores.catalogue.getState().actions.decline()}
            onClose={closeMenu}
            onReturnFocus={() => {
              if (document.activeElement === document.body) focusRow(treeRef, CATALOGUE_KEY);
            }}
          />
        )}
      </WhenHere>
    );
  }
}
