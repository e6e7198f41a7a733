import { describe, expect, it } from 'vitest';
import { movedFolder, splitFolder } from './folderPath.ts';

describe('splitFolder', () => {
  it.each([
    ['', []],
    ['Contoso', ['Contoso']],
    [' Contoso //chat / ', ['Contoso', 'chat']],
  ])('takes “%s” apart', (path, parts) => {
    expect(splitFolder(path)).toEqual(parts);
  });
});

describe('movedFolder', () => {
  it.each([
    { folder: 'Contoso', from: 'Contoso', to: 'Fabrikam', is: 'Fabrikam' },
    { folder: 'Contoso/chat/eu', from: 'Contoso/chat', to: 'Chat', is: 'Chat/eu' },
    { folder: 'Contoso/chat', from: 'Contoso', to: '', is: 'chat' },
    { folder: 'Contoso', from: 'Contoso', to: 'Contoso/old', is: 'Contoso/old' },
    { folder: ' Contoso / chat', from: 'Contoso', to: ' New / place ', is: 'New/place/chat' },
  ])('has “$folder” at “$is” once “$from” is “$to”', ({ folder, from, to, is }) => {
    expect(movedFolder(folder, from, to)).toBe(is);
  });

  it.each(['', 'Contoso2', 'Other/Contoso', 'Contoso'])(
    'leaves “%s” where it is when “Contoso/chat” moves',
    (folder) => {
      expect(movedFolder(folder, 'Contoso/chat', 'Elsewhere')).toBeNull();
    },
  );
});
