import { describe, expect, it } from 'vitest';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { urlProfile } from './urlProfile.ts';

const variables = new Map([
  ['KEY', 'a&b=#c'],
  ['HOST', 'gateway.example.com:8443'],
  ['WHOLE', 'wss://gateway.example.com/hub?access_token=eyJh.eyJi.c&v=${KEY}'],
]);

function dialled(text: string): string | null {
  const { profile, secrets } = urlProfile(text, variables);
  const resolved = resolveProfile(profile, secrets);
  return resolved.ok ? resolved.request.url : null;
}

describe('urlProfile', () => {
  it.each([
    ['wss://h/chat?x=1&y=a%2Fb==', 'wss://h/chat?x=1&y=a%2Fb=='],
    ['wss://h/chat?key=${KEY}&x=1', 'wss://h/chat?key=a%26b=%23c&x=1'],
    ['wss://${HOST}/chat', 'wss://gateway.example.com:8443/chat'],
    ['${WHOLE}', 'wss://gateway.example.com/hub?access_token=eyJh.eyJi.c&v=${KEY}'],
  ])('dials %s at %s', (text, url) => {
    expect(dialled(text)).toBe(url);
  });

  it('hides what was filled in, and of a whole URL its secrets alone', () => {
    expect(urlProfile('wss://h/?key=${KEY}', variables).hidden).toEqual(['a&b=#c']);
    expect(urlProfile('wss://${HOST}/', variables).hidden).toEqual(['gateway.example.com:8443']);
    expect(urlProfile('${WHOLE}', variables).hidden).toContain('eyJh.eyJi.c');
    expect(urlProfile('${WHOLE}', variables).hidden).not.toContain('gateway.example.com');
  });
});
