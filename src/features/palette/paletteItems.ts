import type { ProfileId } from '#domain/profile/profile.ts';
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

/** Commands first, then profiles. */
export function paletteItems(
  commands: readonly Command[],
  profiles: ProfileGroups,
  selectProfile: (id: ProfileId) => void,
): readonly PaletteItem[] {
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
    ...profileItems(profiles).map(({ id, label, place, gateway, keywords }) => ({
      key: `profile ${id}`,
      label,
      keywords,
      group: 'Go to profile',
      place,
      aside: gateway,
      run: () => selectProfile(id),
    })),
  ];
}
