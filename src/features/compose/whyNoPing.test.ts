import { expect, it } from 'vitest';
import { whyNoPing } from './whyNoPing.ts';

it('allows a ping on an open connection of the companion', () => {
  expect(whyNoPing(true, 'companion')).toBeNull();
});

it('asks to connect first', () => {
  expect(whyNoPing(false, 'companion')).toBe('A ping is possible once this is open');
});

it('says that a browser has no ping to send, connected or not', () => {
  expect(whyNoPing(true, 'browser')).toBe('A page has no way to ping: use the Companion transport');
  expect(whyNoPing(false, 'browser')).toBe('A page has no way to ping: use the Companion transport');
});
