import { isAbsolute, join } from 'node:path';
import { OWN_VARIABLES } from '../environment/ownVariables.ts';

/** The environment a program finds its folders by; given as an argument so that tests can make one up. */
export interface FolderEnvironment {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Where Postern keeps what belongs to this person on this machine: the token, the local gateways' certificate. */
export function configFolder({ platform, home, variables }: FolderEnvironment): string {
  const own = variables[OWN_VARIABLES.configFolder];
  if (own !== undefined && own !== '') return own;
  const xdg = variables['XDG_CONFIG_HOME'];
  // Relative paths are to be ignored (XDG Base Directory Specification, "Basics").
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'postern');
  if (platform === 'win32') {
    return join(variables['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'postern');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'postern');
  return join(home, '.config', 'postern');
}
