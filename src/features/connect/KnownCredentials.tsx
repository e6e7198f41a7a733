import { KeyRound } from 'lucide-react';
import type { CredentialPlace } from '#domain/gateway/gateway.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';

export interface KnownCredentialsProps {
  /** Those of the profile's gateway that the table does not have yet. */
  readonly credentials: readonly CredentialPlace[];
  readonly onAdd: (name: string) => void;
}

/** The names under which the gateway looks for credentials, so that nobody has to remember how they are spelled. */
export function KnownCredentials({ credentials, onAdd }: KnownCredentialsProps) {
  if (credentials.length === 0) return null;
  return (
    <Menu
      trigger={<IconButton size="small" label="Add a known credential" icon={<KeyRound />} />}
      groups={[
        credentials.map((place) => ({
          label: `${place.name} (${place.label})`,
          onSelect: () => onAdd(place.name),
        })),
      ]}
    />
  );
}
