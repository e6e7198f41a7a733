import { describe, expect, it } from 'vitest';
import { browserPlaces } from './browserPlaces.mjs';

describe('browserPlaces', () => {
  it('follows the path on Linux, and looks where packages go when it leaves that out', () => {
    const places = browserPlaces('linux', { PATH: '/opt/bin:/usr/bin' });
    expect(places.slice(0, 4)).toEqual([
      '/opt/bin/google-chrome-stable',
      '/usr/bin/google-chrome-stable',
      '/usr/local/bin/google-chrome-stable',
      '/snap/bin/google-chrome-stable',
    ]);
    expect(places).toContain('/usr/bin/chromium');
    expect(places).toContain('/usr/bin/microsoft-edge');
  });

  it('looks into both Applications folders on macOS', () => {
    expect(browserPlaces('darwin', { HOME: '/Users/ada' }).slice(0, 2)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ]);
  });

  it('looks only where Windows says that programs are', () => {
    expect(browserPlaces('win32', {})).toEqual([]);
    expect(browserPlaces('win32', { ProgramFiles: '/programs' })).toContain(
      '/programs/Google/Chrome/Application/chrome.exe',
    );
  });
});
