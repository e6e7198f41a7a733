import { describe, expect, it } from 'vitest';
import { configFolder } from './configFolder.ts';

describe('configFolder', () => {
  it.each([
    ['linux', {}, '/home/ada/.config/postern'],
    ['linux', { XDG_CONFIG_HOME: '/etc/ada' }, '/etc/ada/postern'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ada/.config/postern'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/postern'],
    ['linux', { XDG_CONFIG_HOME: '/etc/ada', POSTERN_CONFIG_DIR: '/own' }, '/own'],
    ['darwin', {}, '/home/ada/Library/Application Support/postern'],
    ['win32', { APPDATA: '/home/ada/Roaming' }, '/home/ada/Roaming/postern'],
  ] as const)('on %s with %j is %s', (platform, variables, folder) => {
    expect(configFolder({ platform, home: '/home/ada', variables })).toBe(folder);
  });
});
