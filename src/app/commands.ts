import { assertNever } from '#domain/assertNever.ts';
import { IDLE_CONNECTION } from '#domain/connection/connection.ts';
import { isActive } from '#domain/connection/reduceConnection.ts';
import { isPending } from '#domain/reconnect/reconnection.ts';
import type { QueryClient } from '@tanstack/react-query';
import { saveProfile } from '#features/profiles/saveProfile.ts';
import { cancelAttempt } from '#features/stores/cancelAttempt.ts';
import { connectProfile } from '#features/stores/connectProfile.ts';
import type { Stores } from '#features/stores/StoresContext.ts';
import { effectiveTransport } from '#features/stores/useCompanion.ts';
import { statusQuery } from '#query/statusQuery.ts';
import { selectComposer, typedMessage } from '#state/draftMessagesStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import type { Shortcut } from './shortcut.ts';

/** Something that can be done from anywhere: by a key, from the palette, or from a button. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly shortcut: Shortcut | null;
  readonly run: () => void;
}

export interface CommandContext {
  readonly stores: Stores;
  readonly queryClient: QueryClient;
  readonly openPalette: () => void;
  readonly openSettings: () => void;
  readonly openEnvironments: () => void;
  readonly openDialog: (kind: ProfileDialogKind) => void;
}

/** What a command opens over the selected profile. */
export type ProfileDialogKind = 'save-message' | 'saved-messages' | 'description';

/** Every command, in the order in which the palette shows them. */
export function createCommands({
  stores,
  queryClient,
  openPalette,
  openSettings,
  openEnvironments,
  openDialog,
}: CommandContext): readonly Command[] {
  const { profiles, connections, reconnections } = stores;
  const selected = () => {
    const state = profiles.getState();
    return selectProfile(state, state.selectedId);
  };
  const toggleConnection = () => {
    const profile = selected();
    if (profile === null) return;
    const { sessions, actions } = connections.getState();
    const { phase } = sessions[profile.id]?.connection ?? IDLE_CONNECTION;
    const reconnection = reconnections.getState().reconnections[profile.id] ?? null;
    if (phase.kind === 'connecting' || isPending(reconnection, phase.kind)) {
      return cancelAttempt(stores, profile.id);
    }
    if (isActive(phase)) return actions.disconnect(profile.id, 1000, '');
    const companion = queryClient.getQueryData(statusQuery().queryKey)?.state ?? 'checking';
    connectProfile(stores, profile.id, effectiveTransport(profile.transport, companion));
  };
  const withProfile = (act: (id: string) => void) => () => {
    const profile = selected();
    if (profile !== null) act(profile.id);
  };

  return [
    {
      id: 'palette',
      label: 'Open the command palette',
      group: 'Postern',
      shortcut: { key: 'k', isCommand: true },
      run: openPalette,
    },
    {
      id: 'connect',
      label: 'Connect, cancel or disconnect',
      group: 'Connection',
      shortcut: { key: 'Enter', isCommand: true },
      run: toggleConnection,
    },
    {
      id: 'try-now',
      label: 'Make the next attempt now',
      group: 'Connection',
      shortcut: null,
      run: withProfile((id) => reconnections.getState().actions.tryNow(id)),
    },
    {
      id: 'url',
      label: 'Go to the gateway URL',
      group: 'Go to',
      shortcut: { key: 'u', isAlt: true },
      run: () => focusOn('gateway-url'),
    },
    {
      id: 'message',
      label: 'Go to the message',
      group: 'Go to',
      shortcut: { key: 'm', isAlt: true },
      run: () => focusOn('message'),
    },
    {
      id: 'search',
      label: 'Search messages',
      group: 'Go to',
      shortcut: { key: '/' },
      run: () => focusOn('search-messages'),
    },
    {
      id: 'go-to',
      label: 'Go to a time or entry of the log',
      group: 'Go to',
      shortcut: { key: 'g', isAlt: true },
      run: () => focusOn('go-to'),
    },
    {
      id: 'new',
      label: 'New profile',
      group: 'Profile',
      shortcut: { key: 'n', isAlt: true },
      run: () => void profiles.getState().actions.create(),
    },
    {
      id: 'save',
      label: 'Save the profile',
      group: 'Profile',
      shortcut: { key: 's', isCommand: true },
      run: withProfile((id) => saveProfile(stores, id)),
    },
    {
      id: 'duplicate',
      label: 'Duplicate the profile',
      group: 'Profile',
      shortcut: null,
      run: withProfile((id) => profiles.getState().actions.duplicate(id)),
    },
    {
      id: 'code',
      label: 'Copy the profile as code',
      group: 'Profile',
      shortcut: null,
      run: () => press('copy-as-code'),
    },
    {
      id: 'environments',
      label: 'Edit environments and variables',
      group: 'Profile',
      shortcut: { key: 'v', isAlt: true },
      run: openEnvironments,
    },
    {
      id: 'description',
      label: 'Edit the description of the profile',
      group: 'Profile',
      shortcut: null,
      run: withProfile(() => openDialog('description')),
    },
    {
      id: 'save-message',
      label: 'Save the message',
      group: 'Saved messages',
      shortcut: null,
      run: withProfile((id) => {
        const message = typedMessage(selectComposer(stores.draftMessages.getState(), id));
        if (message !== null) openDialog('save-message');
        else stores.notices.getState().actions.show(NO_FILES);
      }),
    },
    {
      id: 'saved-messages',
      label: 'Manage saved messages',
      group: 'Saved messages',
      shortcut: null,
      run: withProfile(() => openDialog('saved-messages')),
    },
    {
      id: 'clear',
      label: 'Clear the messages',
      group: 'Connection',
      shortcut: null,
      run: withProfile((id) => {
        const { clear, setFollowing } = connections.getState().actions;
        clear(id);
        setFollowing(id, true);
      }),
    },
    {
      id: 'export',
      label: 'Export the log',
      group: 'Log',
      shortcut: null,
      run: () => press('export-log'),
    },
    {
      id: 'import',
      label: 'Import a log (JSON Lines, CSV or HAR)',
      group: 'Log',
      shortcut: null,
      run: () => press('import-log'),
    },
    {
      id: 'lock',
      label: 'Lock or unlock the secrets',
      group: 'Postern',
      shortcut: null,
      run: () => turnLock(stores),
    },
    {
      id: 'settings',
      label: 'Settings and keyboard shortcuts',
      group: 'Postern',
      shortcut: { key: ',', isCommand: true },
      run: openSettings,
    },
  ];
}

const NO_FILES = 'A file is not kept with a profile: only what is typed is saved as a message.';

function turnLock({ profiles, unlockPrompt, notices }: Stores): void {
  const { secretsLock, actions } = profiles.getState();
  switch (secretsLock) {
    case 'none':
      notices.getState().actions.show(NO_LOCK);
      return;
    case 'locked':
      unlockPrompt.getState().actions.ask();
      return;
    case 'unlocked':
      void actions.lockNow();
      return;
    default:
      assertNever(secretsLock);
  }
}

const NO_LOCK = 'Your secrets have no lock: give them a passphrase in the settings.';

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function press(id: string): void {
  document.getElementById(id)?.click();
}
