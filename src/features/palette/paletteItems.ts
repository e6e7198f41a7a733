import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import type { ProfileId, SavedMessage } from '#domain/profile/profile.ts';
import { messageItems } from './messageItems.ts';
import type { Findable } from './paletteMatches.ts';
import { profileItems } from './profileItems.ts';
import type { ProfileGroups } from './profileItems.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** The keys that run it, as people write them. */
  readonly keys?: string | undefined;
  readonly group: string;
  readonly run: () => void;
}

/** One line of the palette. */
export interface PaletteItem extends Findable {
  readonly key: string;
  readonly group: string;
  /** Beside the label, quieter. */
  readonly place: string;
  /** At the far end: keys, or a gateway. */
  readonly aside: string;
  readonly run: () => void;
}

export interface PalettePlaces {
  readonly profiles: ProfileGroups;
  readonly selectProfile: (id: ProfileId) => void;
  readonly environments: readonly Environment[];
  /** The one in use; `null` for none. */
  readonly environmentId: EnvironmentId | null;
  readonly chooseEnvironment: (id: EnvironmentId | null) => void;
  /** Those of the selected profile. */
  readonly messages: readonly SavedMessage[];
  readonly putIn: (message: SavedMessage) => void;
}

/** Commands first, then environments to use, then profiles, then saved messages. */
export function paletteItems(commands: readonly Command[], places: PalettePlaces): readonly PaletteItem[] {
  const { profiles, selectProfile, environments, environmentId, chooseEnvironment } = places;
  const { messages, putIn } = places;
  const none = environmentId === null ? [] : [{ id: null, name: 'No environment' }];
  return [
    ...commands.map(({ id, label, keys = '', group, run }) => ({
      key: `command ${id}`,
      label,
      keywords: group,
      group,
      place: '',
      aside: keys,
      run,
    })),
    ...[...environments, ...none].map(({ id, name }) => ({
      key: `environment ${id ?? ''}`,
      label: name,
      keywords: 'environment variables use',
      group: 'Use environment',
      place: '',
      aside: id === environmentId ? 'in use' : '',
      run: () => chooseEnvironment(id),
    })),
    ...profileItems(profiles).map(({ id, label, place, gateway, keywords }) => ({
      key: `profile ${id}`,
      label,
      keywords,
      group: 'Go to profile',
      place,
      aside: gateway,
      run: () => selectProfile(id),
    })),
    ...messageItems(messages).map(({ message, label, place, keywords }) => ({
      key: `message ${message.id}`,
      label,
      keywords,
      group: 'Saved messages',
      place,
      aside: '',
      run: () => putIn(message),
    })),
  ];
}
