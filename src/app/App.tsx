import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useProfileLink } from '#features/profiles/useProfileLink.ts';
import { Notices } from '#features/notices/Notices.tsx';
import { useStores } from '#features/stores/StoresContext.ts';
import { useCompanion } from '#features/stores/useCompanion.ts';
import { useCatalogue } from '#features/stores/useStores.ts';
import { definePart } from '#ui/onDemand.ts';
import { showTooltips } from '#ui/showTooltips.ts';
import { useMediaQuery } from '#ui/useMediaQuery.ts';
import { WhenHere } from '#ui/WhenHere.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { createCommands } from './commands.ts';
import type { ProfileDialogKind } from './commands.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepFocus } from './keepFocus.ts';
import { NarrowLayout } from './NarrowLayout.tsx';
import { shortcutLabel } from './shortcut.ts';
import { useKeyMap } from './useKeyMap.ts';
import { WideLayout } from './WideLayout.tsx';

const PALETTE = definePart(async () => (await import('#features/palette/CommandPalette.tsx')).CommandPalette);
const SETTINGS = definePart(
  async () => (await import('#features/settings/SettingsDialog.tsx')).SettingsDialog,
);

const ENVIRONMENTS = definePart(
  async () => (await import('#features/environments/EnvironmentsDialog.tsx')).EnvironmentsDialog,
);

const PROFILE_DIALOG = definePart(async () => (await import('./ProfileDialog.tsx')).ProfileDialog);

const IMPORT = definePart(async () => (await import('#features/profiles/ImportDialog.tsx')).ImportDialog);

const UNLOCK = definePart(async () => (await import('#features/secrets/UnlockDialog.tsx')).UnlockDialog);
const SEND_CONSENT = definePart(
  async () => (await import('#features/secrets/SendConsentDialog.tsx')).SendConsentDialog,
);
const CATALOGUE = definePart(
  async () => (await import('#features/profiles/catalogue/CatalogueDialog.tsx')).CatalogueDialog,
);

/** Below this width the three columns of the wide layout cannot each be read. */
const NARROW = '(max-width: 56rem)';

export function App() {
  const stores = useStores();
  const queryClient = useQueryClient();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [areSettingsOpen, setSettingsOpen] = useState(false);
  const [areEnvironmentsOpen, setEnvironmentsOpen] = useState(false);
  const [dialog, setDialog] = useState<ProfileDialogKind | null>(null);
  const [link, dropLink] = useProfileLink();
  const asked = useStore(stores.unlockPrompt, (state) => state.asked);
  const closeUnlock = stores.unlockPrompt.getState().actions.close;
  const question = useStore(stores.sendConsent, (state) => state.asked);
  const sendConsent = stores.sendConsent.getState().actions;
  const catalogue = useCatalogue((state) => state.reading);
  const companion = useCompanion();
  const isCatalogueUndecided = useCatalogue(({ consent }) => consent === 'undecided');
  // Without a companion nobody can ask another site, and the list of profiles says so.
  const asksForCatalogue = isCatalogueUndecided && companion !== 'checking' && companion !== 'absent';
  const isNarrow = useMediaQuery(NARROW);
  const commands = useMemo(
    () =>
      createCommands({
        stores,
        queryClient,
        openPalette: () => setPaletteOpen(true),
        openSettings: () => setSettingsOpen(true),
        openEnvironments: () => setEnvironmentsOpen(true),
        openDialog: setDialog,
      }),
    [stores, queryClient],
  );
  useKeyMap(commands);
  useEffect(showTooltips, []);
  useEffect(() => {
    const root = document.getElementById('root');
    return root === null ? undefined : keepFocus(root);
  }, []);

  const shown = commands.map(({ shortcut, ...command }) => ({
    ...command,
    keys: shortcut === null ? undefined : shortcutLabel(shortcut),
  }));
  const Layout = isNarrow ? NarrowLayout : WideLayout;
  return (
    <ErrorBoundary renderFallback={(error) => <BrokenPage error={error} />}>
      <Layout
        onPalette={() => setPaletteOpen(true)}
        onSettings={() => setSettingsOpen(true)}
        onEnvironments={() => setEnvironmentsOpen(true)}
      />
      <WhenHere part={PALETTE} isOpen={isPaletteOpen} onGiveUp={() => setPaletteOpen(false)}>
        {(CommandPalette) => (
          <CommandPalette
            isOpen={isPaletteOpen}
            onOpenChange={setPaletteOpen}
            commands={shown.filter(({ id }) => id !== 'palette')}
          />
        )}
      </WhenHere>
      <WhenHere part={SETTINGS} isOpen={areSettingsOpen} onGiveUp={() => setSettingsOpen(false)}>
        {(SettingsDialog) => (
          <SettingsDialog isOpen={areSettingsOpen} onOpenChange={setSettingsOpen} shortcuts={shown} />
        )}
      </WhenHere>
      <WhenHere part={ENVIRONMENTS} isOpen={areEnvironmentsOpen} onGiveUp={() => setEnvironmentsOpen(false)}>
        {(EnvironmentsDialog) =>
          areEnvironmentsOpen && <EnvironmentsDialog onClose={() => setEnvironmentsOpen(false)} />
        }
      </WhenHere>
      <WhenHere part={PROFILE_DIALOG} isOpen={dialog !== null} onGiveUp={() => setDialog(null)}>
        {(ProfileDialog) =>
          dialog !== null && <ProfileDialog kind={dialog} onClose={() => setDialog(null)} />
        }
      </WhenHere>
      <WhenHere part={IMPORT} isOpen={link !== null} onGiveUp={dropLink}>
        {(ImportDialog) =>
          link !== null && <ImportDialog link={link} onClose={dropLink} onImported={dropLink} />
        }
      </WhenHere>
      <WhenHere part={UNLOCK} isOpen={asked !== null} onGiveUp={closeUnlock}>
        {(UnlockDialog) => asked !== null && <UnlockDialog request={asked} onClose={closeUnlock} />}
      </WhenHere>
      <WhenHere part={SEND_CONSENT} isOpen={question !== null} onGiveUp={sendConsent.close}>
        {(SendConsentDialog) =>
          question !== null && (
            <SendConsentDialog question={question} onAgree={sendConsent.agree} onClose={sendConsent.close} />
          )
        }
      </WhenHere>
      <WhenHere
        part={CATALOGUE}
        isOpen={asksForCatalogue}
        onGiveUp={() => stores.catalogue.getState().actions.decline()}
      >
        {(CatalogueDialog) =>
          asksForCatalogue &&
          catalogue?.ok === true && (
            <CatalogueDialog
              address={catalogue.address}
              onAgree={() => stores.catalogue.getState().actions.agree()}
              onDecline={() => stores.catalogue.getState().actions.decline()}
            />
          )
        }
      </WhenHere>
      {!isNarrow && <Notices />}
    </ErrorBoundary>
  );
}
