import { expect, it } from 'vitest';
import { newProfile } from '#domain/profile/newProfile.ts';
import { encodeStoredProfile } from '#domain/profile/profileStore.ts';
import { acceptUpgrade } from '../testing/answers.ts';
import { serve } from '../testing/serve.ts';
import { makeFolder, runCommand } from './testing/runCommand.ts';

function tokenUntil(time: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part({ exp: Math.floor(time / 1_000) })}.c2lnbmF0dXJl`;
}

async function urlOf(path: string): Promise<string> {
  const { port } = await serve(acceptUpgrade());
  return `ws://127.0.0.1:${port}${path}`;
}

it.each([
  ['/?apikey=${KEY}&jwt=${TOKEN}', 'generic', 'Warning: This token has expired: get a new one.\n'],
  [
    '/wsapi',
    'apim',
    'Warning: No subscription key: API Management refuses without one, unless the API needs none. Add subscription-key.\n',
  ],
  [
    '/dev/${KEY}',
    'aws',
    'Warning: Nothing may follow the stage but a query: AWS answers 403 to /dev/•••. End the path with /dev.\n',
  ],
  [
    '/?a=1&a=2',
    'generic',
    'Warning: a is there twice: which of the two a gateway reads is its own choice. Remove one of them.\n',
  ],
])(
  'what preflight says of %s at %s is said before the attempt, which is made',
  async (path, gateway, warning) => {
    const environment = { POSTERN_KEY: 'a-planted-key', POSTERN_TOKEN: tokenUntil(Date.now() - 60_000) };
    const { status, stderr } = await runCommand(['--gateway', gateway, await urlOf(path)], environment);
    expect({ status, stderr }).toEqual({ status: 0, stderr: warning });
  },
);

it('the warnings of profiles name the profile', async () => {
  const folder = await makeFolder();
  const profiles = ['One', 'Two'].map(async (name) =>
    encodeStoredProfile(newProfile(name, 0, { name, gateway: 'apim', url: await urlOf('/wsapi') })),
  );
  const file = await folder.write('profiles.json', JSON.stringify(await Promise.all(profiles)));
  const { stderr } = await runCommand([file]);
  expect(stderr.split('\n').map((line) => line.slice(0, 35))).toEqual([
    'Warning: One: No subscription key: ',
    'Warning: Two: No subscription key: ',
    '',
  ]);
});
