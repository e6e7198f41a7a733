import { describe, expect, it } from 'vitest';
import { checkNodeVersion } from './checkNode.mjs';

describe('checkNodeVersion', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('takes Node %s', (version) => {
    expect(checkNodeVersion(version)).toBeNull();
  });

  it.each(['20.18.3', '18.20.0', '9.0.0'])('says that Node %s is too old', (version) => {
    expect(checkNodeVersion(version)).toBe(
      `Postern needs Node 20.19 or later; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`,
    );
  });
});
