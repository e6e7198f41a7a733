import { describe, expect, it } from 'vitest';
import { isInstalled } from './isInstalled.mjs';

const ws = { version: '8.23.0', integrity: 'sha512-a' };

describe('isInstalled', () => {
  it('is true when every package is there in its version', () => {
    const locked = { '': { version: '0.1.0' }, 'node_modules/ws': ws };
    expect(isInstalled(locked, { 'node_modules/ws': ws, 'node_modules/extra': ws })).toBe(true);
  });

  it.each([
    ['missing', {}],
    ['of another version', { 'node_modules/ws': { ...ws, version: '8.22.0' } }],
    ['of another content', { 'node_modules/ws': { ...ws, integrity: 'sha512-b' } }],
  ])('is false when a package is %s', (_, installed) => {
    expect(isInstalled({ 'node_modules/ws': ws }, installed)).toBe(false);
  });

  it('does not miss optional packages, which are for other systems', () => {
    expect(
      isInstalled({ 'node_modules/@rolldown/binding-darwin-arm64': { ...ws, optional: true } }, {}),
    ).toBe(true);
  });
});
