import { expect, it } from 'vitest';
import { whyNoPing } from './whyNoPing.ts';

it('allows a ping on an open connection of the companion', () => {
  expect(whyNoPing(true, 'companion')).toBeNull();
});

it('asks to connect first', () => {
  expect(whyNoPing(false, 'companion')).toBe('Connect to send a ping');
});

it('says that a browser has no ping to send, connected or not', () => {
  expect(whyNoPing(true, 'browser')).toBe('A page cannot send pings: use the Companion transport');
  expect(whyNoPing(false, 'browser')).toBe('A page cannot send pings: use the Companion transport');
});
