import { describe, expect, it } from 'vitest';
import { readProfilesText } from './readProfilesText.ts';

const problemsOf = (text: string) => readProfilesText(text).problems;

describe('readProfilesText', () => {
  it.each(['', ' \n'])('takes a file without a word for one without profiles', (text) => {
    expect(readProfilesText(text)).toEqual({ profiles: [], environments: [], problems: [], members: {} });
  });

  it('keeps what else the file says', () => {
    expect(
      readProfilesText('{"format":"postern-profiles","version":2,"owner":"team","profiles":[]}'),
    ).toEqual({ profiles: [], environments: [], problems: [], members: { owner: 'team' } });
  });

  it('knows the marks of a merge conflict, and says where', () => {
    expect(problemsOf('{\n<<<<<<< HEAD\n  "a": 1\n=======\n>>>>>>> other\n}')).toEqual([
      { path: '', message: 'It has the marks of a merge conflict, first in line 2: resolve it.' },
    ]);
  });

  it('says that a text is not JSON without quoting it', () => {
    expect(problemsOf('{"key": "s3cret')).toEqual([
      { path: '', message: 'It is not JSON: something is missing in it, or too much.' },
    ]);
  });

  it('takes no other JSON, not even a list of profiles', () => {
    expect(problemsOf('[]')).toEqual([
      {
        path: '',
        message: 'It is JSON, but no file of profiles: that says "format": "postern-profiles".',
      },
    ]);
  });

  it('says by its path what is wrong with a profile', () => {
    expect(problemsOf('{"format":"postern-profiles","version":2,"profiles":[7]}')).toEqual([
      { path: 'profiles[0]', message: 'It should be an object with members.' },
    ]);
  });
});
