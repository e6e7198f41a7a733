import { describe, expect, it } from 'vitest';
import { CallProblem } from './callProblem.ts';
import { parseCheckArguments } from './parseCheckArguments.ts';

const URL = 'wss://gateway.example.com/chat';

const NO_OVERRIDES = {
  headers: [],
  subprotocols: [],
  origin: null,
  isInsecure: false,
  offersNoCompression: false,
  caFile: null,
  certificateFile: null,
  keyFile: null,
  passphraseVariable: null,
  serverName: null,
  proxy: null,
  timeoutMs: null,
  gateway: null,
};

describe('parseCheckArguments', () => {
  it('takes a URL alone', () => {
    expect(parseCheckArguments([URL])).toEqual({
      targets: [URL],
      overrides: NO_OVERRIDES,
      exchange: null,
      expectedStatus: null,
      environment: null,
      envFile: null,
      printsJson: false,
      junitFile: null,
      isVerbose: false,
    });
  });

  it('reads every option of the request', () => {
    const args = [
      '-H',
      'X-Api-Key: ${KEY}',
      ...'--header X-Time:12:30 --subprotocol soap --subprotocol wamp --insecure --no-compression'.split(' '),
      ...'--origin https://app.example.com --ca ca.pem --cert c.pem --key k.pem'.split(' '),
      ...'--passphrase-env PASS --server-name inner.example.com --proxy none'.split(' '),
      ...`--timeout 2000 --gateway apim ${URL}`.split(' '),
    ];
    expect(parseCheckArguments(args)).toMatchObject({
      overrides: {
        headers: [
          { name: 'X-Api-Key', value: '${KEY}' },
          { name: 'X-Time', value: '12:30' },
        ],
        subprotocols: ['soap', 'wamp'],
        origin: 'https://app.example.com',
        isInsecure: true,
        offersNoCompression: true,
        caFile: 'ca.pem',
        certificateFile: 'c.pem',
        keyFile: 'k.pem',
        passphraseVariable: 'PASS',
        serverName: 'inner.example.com',
        proxy: 'none',
        timeoutMs: 2_000,
        gateway: 'apim',
      },
    });
  });

  it('reads what is expected and where it is reported', () => {
    const args = [
      ...`${URL} profiles.json --send hi --expect-reply ^h.$ --reply-timeout 900`.split(' '),
      ...'--json --junit out.xml --verbose --environment Staging --env-file secrets'.split(' '),
    ];
    expect(parseCheckArguments(args)).toEqual({
      targets: [URL, 'profiles.json'],
      overrides: NO_OVERRIDES,
      exchange: { send: { kind: 'text', text: 'hi' }, expectedReply: /^h.$/u, replyTimeoutMs: 900 },
      expectedStatus: null,
      environment: 'Staging',
      envFile: 'secrets',
      printsJson: true,
      junitFile: 'out.xml',
      isVerbose: true,
    });
  });

  it('sends without waiting, and waits without sending', () => {
    expect(parseCheckArguments([URL, '--send', ''])).toMatchObject({
      exchange: { send: { kind: 'text', text: '' }, expectedReply: null },
    });
    expect(parseCheckArguments([URL, '--expect-reply', 'x'])).toMatchObject({
      exchange: { send: null, replyTimeoutMs: 5_000 },
    });
  });

  it('sends a saved message by its name', () => {
    expect(parseCheckArguments(['profiles.json', '--send-saved', 'Join a room'])).toMatchObject({
      exchange: { send: { kind: 'saved', name: 'Join a room' }, expectedReply: null },
    });
  });

  it('shows its help', () => {
    expect(parseCheckArguments(['--help'])).toBe('help');
    expect(parseCheckArguments([URL, '-h'])).toBe('help');
  });

  it.each([
    [[], 'What is to be checked? Give a URL, or a file of profiles.'],
    [[URL, '--header', 'X-Key'], '--header needs a name, a colon and a value: "X-Api-Key: value".'],
    [[URL, '--header', ': x'], '--header needs a name, a colon and a value: "X-Api-Key: value".'],
    [[URL, '--gateway', 'azure'], '--gateway needs one of generic, aws, apim, webpubsub, apigee, ibm.'],
    [[URL, '--expect', '100'], '--expect needs an HTTP status: 101, or one from 200 to 599.'],
    [[URL, '--expect', 'ok'], '--expect needs an HTTP status: 101, or one from 200 to 599.'],
    [[URL, '--timeout', '1s'], '--timeout needs whole milliseconds, from 50 to 600000.'],
    [[URL, '--timeout', '5'], '--timeout needs whole milliseconds, from 50 to 600000.'],
    [
      [URL, '--cert', 'c.pem'],
      '--cert and --key go together: the certificate and the key that belongs to it.',
    ],
    [
      [URL, '--passphrase-env', 'P'],
      '--passphrase-env is for the key of a client certificate: give --cert and --key.',
    ],
    [[URL, '--reply-timeout', '900'], '--reply-timeout is for --expect-reply: give both.'],
    [
      [URL, '--expect', '401', '--send', 'x'],
      '--send, --send-saved and --expect-reply need a connection that opens: leave --expect 401 out.',
    ],
    [
      [URL, '--send', 'x', '--send-saved', 'Ping'],
      '--send and --send-saved both say what to send: give one of them.',
    ],
    [
      [URL, '--expect-reply', '('],
      '--expect-reply needs a regular expression: Invalid regular expression: /(/u: Unterminated group.',
    ],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => parseCheckArguments(args)).toThrow(new CallProblem(message));
  });

  it('names an option that it does not know, and not its value', () => {
    const parse = (): unknown => parseCheckArguments([URL, '--api-key=swordfish']);
    expect(parse).toThrow(CallProblem);
    expect(parse).toThrow(/^Unknown option '--api-key'/);
    expect(parse).not.toThrow(/swordfish/);
  });
});
