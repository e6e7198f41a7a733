import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { compareProfiles } from '#domain/profile/file/compareProfiles.ts';
import { formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import { formatLinkSecrets, placedSecrets } from '#domain/profile/file/linkSecrets.ts';
import { knownSecrets } from '#domain/profile/knownSecrets.ts';
import { maskRecord } from '#domain/profile/maskRecord.ts';
import { maskRecordValues } from '#domain/profile/maskRecordValues.ts';
import { preflight } from '#domain/profile/preflight.ts';
import { resolveProfile } from '#domain/profile/resolveProfile.ts';
import { createSecretMasker } from '#domain/profile/secretMasker.ts';
import { SNIPPET_TARGET_IDS } from '#domain/profile/snippet/snippets.ts';
import {
  PLANTED,
  PLANTED_ENVIRONMENT,
  PLANTED_SECRETS,
  plantedProfile,
} from '#domain/profile/testing/plantedSecrets.ts';
import { environmentSecrets } from '#domain/profile/variables/environmentSecrets.ts';
import { fillProfile } from '#domain/profile/variables/fillProfile.ts';
import { lookupIn, NO_VARIABLES } from '#domain/profile/variables/variableLookup.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { LOG_FORMS } from '#domain/transcript/transfer/logEncoder.ts';
import { openedText } from '#engine/connectionEntries.ts';
import { createPause } from '#engine/pause.ts';
import { createInProcessPatternWorker } from '#engine/testing/inProcessPatternWorker.ts';
import { createMemoryLogStorage } from '#engine/stored/testing/memoryLogStorage.ts';
import { createTranscript } from '#engine/transcript/transcript.ts';
import { deriveKey } from '#state/sealing/deriveKey.ts';
import { openText, sealText } from '#state/sealing/sealText.ts';
import { findSecretIn } from '#companion/testing/findSecretIn.ts';
import { profileCode } from './profileCode.ts';
import { readProfileLink, writeProfileLink } from './profileLink.ts';

const PROFILE = plantedProfile();
const LOOKUP = lookupIn([PLANTED_ENVIRONMENT], PLANTED_SECRETS);
const FILLED = fillProfile(PROFILE, PLANTED_SECRETS, LOOKUP);
const OTHERS = environmentSecrets([PLANTED_ENVIRONMENT], PLANTED_SECRETS);

/** The planted secrets that stand in a text, each with the forms in which it does. */
function leaksIn(text: string): readonly string[] {
  return Object.entries(PLANTED).flatMap(([place, secret]) =>
    findSecretIn(text, secret).map((form) => `${place}: ${form}`),
  );
}

function requestOfAll(): ConnectionRequest {
  const resolution = resolveProfile(FILLED.profile, FILLED.secrets);
  if (!resolution.ok) throw new Error(resolution.problems.map(({ message }) => message).join(' '));
  return resolution.request;
}

const REQUEST = requestOfAll();

/** Every planted secret in every form that a server may have for it. */
const SAID_BACK = Object.values(PLANTED)
  .flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
    new URL(`ws://host/${secret}`).pathname,
    new URLSearchParams({ secret }).toString(),
    JSON.stringify(secret),
    JSON.stringify(JSON.stringify(secret)),
    JSON.stringify(secret).replaceAll('/', '\\/').replaceAll('&', '\\u0026').replaceAll('é', '\\u00e9'),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    ...['', 'x', 'xx'].flatMap((before) => [
      Buffer.from(`${before}${secret}!`).toString('base64'),
      Buffer.from(`${before}${secret}!`).toString('base64url'),
    ]),
    Buffer.from(secret).toString('hex'),
    Buffer.from(`x${encodeURIComponent(secret)}!`).toString('base64'),
  ])
  .join('\n');

const RECORD: HandshakeRecord = {
  madeBy: 'companion',
  url: REQUEST.url,
  startedAt: 0,
  steps: [],
  addresses: [],
  remoteAddress: '127.0.0.1:443',
  proxy: null,
  tls: null,
  request: {
    requestLine: `GET ${new URL(REQUEST.url).pathname}${new URL(REQUEST.url).search} HTTP/1.1`,
    headers: [...REQUEST.headers, { name: 'Sec-WebSocket-Protocol', value: REQUEST.subprotocols.join(', ') }],
  },
  firstByteMs: 1,
  response: {
    from: 'target',
    httpVersion: '1.1',
    status: 101,
    reason: SAID_BACK.replaceAll('\n', ' '),
    headers: [
      { name: 'X-Echo', value: SAID_BACK.replaceAll('\n', ' ') },
      { name: 'Location', value: `https://login.example/?to=${encodeURIComponent(REQUEST.url)}` },
    ],
    body: { base64: Buffer.from(SAID_BACK).toString('base64'), receivedBytes: 1, isTruncated: false },
  },
  checks: [
    { id: 'subprotocol', verdict: 'kept', rule: '', seen: REQUEST.subprotocols.join(', '), source: '' },
  ],
  outcome: { kind: 'open', subprotocol: REQUEST.subprotocols[1] ?? '', extensions: null },
  endedMs: 1,
};

const KNOWN = knownSecrets(FILLED.profile, FILLED.secrets, OTHERS, REQUEST);

describe('no planted secret', () => {
  it('is lost on the way: all that is sent has its secrets', () => {
    const sent = JSON.stringify(REQUEST);
    const unsent = ['message', 'savedMessage', 'clientSecret', 'tokenParameter'];
    for (const [place, secret] of Object.entries(PLANTED)) {
      expect([place, findSecretIn(sent, secret).length > 0]).toEqual([place, !unsent.includes(place)]);
    }
    expect(new Set(leaksIn(SAID_BACK).map((leak) => leak.split(':')[0]))).toEqual(
      new Set(Object.keys(PLANTED)),
    );
  });

  it('stands in a file of profiles, or in what is said of its changes', () => {
    expect(leaksIn(formatProfilesFile([PROFILE]))).toEqual([]);
    expect(
      leaksIn(JSON.stringify(compareProfiles(PROFILE, plantedProfile({ url: 'wss://other/' })))),
    ).toEqual([]);
  });

  it('stands in a link', async () => {
    const { hash } = new URL(
      await writeProfileLink('http://127.0.0.1:4100/', PROFILE, [PLANTED_ENVIRONMENT]),
    );
    const text = inflateRawSync(Buffer.from(hash.slice('#profile='.length), 'base64url')).toString();
    expect(text).toContain('wss://gateway.example/{{path}}/chat');
    expect(leaksIn(hash + text)).toEqual([]);
  });

  it('stands in a link that holds all of them sealed, in the clear', async () => {
    const passphrase = 'not-a-real-passphrase';
    const placed = placedSecrets(PROFILE, [PLANTED_ENVIRONMENT]);
    const values = formatLinkSecrets(placed, PLANTED_SECRETS);
    expect(new Set(leaksIn(values).map((leak) => leak.split(':')[0]))).toEqual(new Set(Object.keys(PLANTED)));
    const link = await writeProfileLink('http://127.0.0.1:4100/', PROFILE, [PLANTED_ENVIRONMENT], (context) =>
      sealText(values, { passphrase, context, derive: deriveKey }),
    );
    const { text, sealed } = await readProfileLink(new URL(link).hash);
    const bytes = (sealed ?? '').split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(leaksIn([link, text, sealed, ...bytes].join('\n'))).toEqual([]);
    expect(link + text + bytes.join('\n')).not.toContain(passphrase);
    expect(await openText(sealed, { passphrase, context: text, derive: deriveKey })).toBe(values);
  });

  it.each(SNIPPET_TARGET_IDS)('stands in the code for %s', (target) => {
    for (const text of [...Object.values(PLANTED), JSON.stringify({ say: Object.values(PLANTED) })]) {
      const code = profileCode(FILLED, OTHERS, { kind: 'text', text }, NO_VARIABLES, {
        target,
        includesSecrets: false,
      });
      expect(code.kind).toBe('code');
      expect(leaksIn(JSON.stringify(code))).toEqual([]);
      expect(leaksIn(code.kind === 'code' ? code.text : '')).toEqual([]);
    }
    const bytes = new TextEncoder().encode(PLANTED.message);
    const code = profileCode(FILLED, OTHERS, { kind: 'binary', bytes }, NO_VARIABLES, {
      target,
      includesSecrets: false,
    });
    expect(leaksIn(JSON.stringify(code))).toEqual([]);
  });

  it.each(LOG_FORMS)('stands in a log as %s', async (form) => {
    const transcript = createTranscript({
      now: () => 0,
      pause: createPause(),
      onSummary: () => {},
      onMeasures: () => {},
      onSighted: () => undefined,
      storage: createMemoryLogStorage(),
      newId: () => 'log',
      createPatternWorker: createInProcessPatternWorker,
    });
    const add = (kind: keyof typeof ENTRY_KIND, text: string) =>
      transcript.append({
        kind: ENTRY_KIND[kind],
        isSent: false,
        hasMore: false,
        isCompressed: false,
        frames: 1,
        time: 0,
        payload: new TextEncoder().encode(text),
      });
    const outcome = { kind: 'open', subprotocol: REQUEST.subprotocols[1] ?? '', extensions: null } as const;
    add('opened', openedText({ request: REQUEST, attempt: null, response: RECORD.response, outcome }));
    transcript.noteHandshake(RECORD);
    for (const kind of ['text', 'binary', 'ping', 'pong', 'close', 'ended'] as const) {
      add(kind, `  ${SAID_BACK}`);
    }
    transcript.changed();
    const order = { form, scope: 'all', secrets: KNOWN, file: null } as const;
    const work = { onProgress: () => {}, signal: new AbortController().signal };
    const text = (await (await transcript.exportLog(order, work)).blob?.text()) ?? '';
    transcript.dispose();
    expect(text).toContain('•••');
    expect(leaksIn(text)).toEqual([]);
    // Bytes stand there in base64, at whatever place in it.
    for (const [base64] of text.matchAll(/[\w+/]{40,}={0,2}/g)) {
      expect(leaksIn(Buffer.from(base64, 'base64').toString())).toEqual([]);
    }
  });

  it('stands in a handshake as it is shown', () => {
    const shown = maskRecordValues(maskRecord(RECORD, KNOWN.names), createSecretMasker(KNOWN.values));
    expect(leaksIn(JSON.stringify(shown))).toEqual([]);
    expect(leaksIn(Buffer.from(shown.response?.body?.base64 ?? '', 'base64').toString())).toEqual([]);
  });

  it('stands in a warning or in what keeps a profile from connecting', () => {
    const said = [
      preflight(FILLED.profile, FILLED.secrets, 0),
      preflight(PROFILE, PLANTED_SECRETS, 0),
      resolveProfile(FILLED.profile, {
        ...FILLED.secrets,
        key: PLANTED.clientKey,
        proxy: PLANTED.proxyPassword,
      }),
      resolveProfile(
        { ...FILLED.profile, transport: 'browser', url: `wss://ann:${PLANTED.path}@gateway.example/` },
        FILLED.secrets,
      ),
    ];
    expect(leaksIn(JSON.stringify(said.map((one) => ('ok' in one && one.ok ? [] : one))))).toEqual([]);
  });
});
