import { describe, expect, it } from 'vitest';
import { isInsertedAtOnce, isWorthReading } from './isInsertedAtOnce.ts';

describe('isInsertedAtOnce', () => {
  it.each([
    ['', 'wss://a.example/x', true],
    ['wss://old.example', 'https://new.example/path', true],
    ['wss://a.example/', 'wss://a.example/x', false],
    ['wss://a.example/x', 'wss://a.example/', false],
    ['wss://a.example', 'wss://a.example?apikey=12345678', true],
    ['', 'wss', false],
  ])('%j → %j is %j', (previous, next, expected) => {
    expect(isInsertedAtOnce(previous, next)).toBe(expected);
  });
});

describe('isWorthReading', () => {
  it.each([
    ['wss://a.example/path', false],
    ['ws://127.0.0.1:4100/', false],
    ['', false],
    ['wss://a.example/?key=1', true],
    ['wss://a.example/#top', true],
    ['https://a.example/', true],
    ['a.example/path', true],
    ['wscat -c wss://a.example', true],
  ])('%j is %j', (text, expected) => {
    expect(isWorthReading(text)).toBe(expected);
  });
});
