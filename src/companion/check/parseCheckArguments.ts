import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { GATEWAY_IDS } from '#domain/gateway/gateways.ts';
import { MAX_LIMIT_MS, MIN_LIMIT_MS } from '#domain/profile/resolveOptions.ts';
import { parseArgs } from 'node:util';
import { CallProblem } from './callProblem.ts';
import type {
  CheckCommand,
  CheckOverrides,
  ExchangePlan,
  HeaderText,
  MessageSource,
} from './checkCommand.ts';

/** For a reply, ms: a gateway's backend that is there answers well within it. */
export const DEFAULT_REPLY_TIMEOUT_MS = 5_000;

/** RFC 6455 section 4.1: the status that switches protocols. */
export const SWITCHING_PROTOCOLS = 101;

/** Reads the arguments behind `check`; throws `CallProblem` with a sentence that quotes no value of theirs. */
export function parseCheckArguments(args: readonly string[]): CheckCommand | 'help' {
  const { values, positionals } = readOptions(args);
  if (values.help) return 'help';
  if (positionals.length === 0) {
    throw new CallProblem('What is to be checked? Give a URL, or a file of profiles.');
  }
  const expectedStatus = readExpectedStatus(values.expect);
  const exchange = readExchange(values);
  if (exchange !== null && (expectedStatus ?? SWITCHING_PROTOCOLS) !== SWITCHING_PROTOCOLS) {
    throw new CallProblem(
      `--send, --send-saved and --expect-reply need a connection that opens: leave --expect ${expectedStatus} out.`,
    );
  }
  return {
    targets: positionals,
    overrides: readOverrides(values),
    exchange,
    expectedStatus,
    environment: values.environment ?? null,
    envFile: values['env-file'] ?? null,
    printsJson: values.json,
    junitFile: values.junit ?? null,
    isVerbose: values.verbose,
  };
}

type Values = ReturnType<typeof readOptions>['values'];

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        header: { type: 'string', short: 'H', multiple: true, default: [] },
        subprotocol: { type: 'string', multiple: true, default: [] },
        origin: { type: 'string' },
        gateway: { type: 'string' },
        'no-compression': { type: 'boolean', default: false },
        timeout: { type: 'string' },
        proxy: { type: 'string' },
        insecure: { type: 'boolean', default: false },
        ca: { type: 'string' },
        cert: { type: 'string' },
        key: { type: 'string' },
        'passphrase-env': { type: 'string' },
        'server-name': { type: 'string' },
        expect: { type: 'string' },
        send: { type: 'string' },
        'send-saved': { type: 'string' },
        'expect-reply': { type: 'string' },
        'reply-timeout': { type: 'string' },
        environment: { type: 'string' },
        'env-file': { type: 'string' },
        json: { type: 'boolean', default: false },
        junit: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // parseArgs throws a sentence about the option, which names it and leaves its value out.
    throw new CallProblem(error instanceof Error ? error.message : String(error));
  }
}

function readOverrides(values: Values): CheckOverrides {
  if ((values.cert === undefined) !== (values.key === undefined)) {
    throw new CallProblem('--cert and --key go together: the certificate and the key that belongs to it.');
  }
  if (values['passphrase-env'] !== undefined && values.key === undefined) {
    throw new CallProblem('--passphrase-env is for the key of a client certificate: give --cert and --key.');
  }
  return {
    headers: values.header.map(readHeader),
    subprotocols: values.subprotocol,
    origin: values.origin ?? null,
    isInsecure: values.insecure,
    offersNoCompression: values['no-compression'],
    caFile: values.ca ?? null,
    certificateFile: values.cert ?? null,
    keyFile: values.key ?? null,
    passphraseVariable: values['passphrase-env'] ?? null,
    serverName: values['server-name'] ?? null,
    proxy: values.proxy ?? null,
    timeoutMs: readMilliseconds('--timeout', values.timeout),
    gateway: readGateway(values.gateway),
  };
}

function readHeader(text: string): HeaderText {
  const colon = text.indexOf(':');
  if (colon <= 0) throw new CallProblem('--header needs a name, a colon and a value: "X-Api-Key: value".');
  return { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
}

function readGateway(text: string | undefined): GatewayId | null {
  if (text === undefined) return null;
  const id = GATEWAY_IDS.find((candidate) => candidate === text);
  if (id === undefined) throw new CallProblem(`--gateway needs one of ${GATEWAY_IDS.join(', ')}.`);
  return id;
}

function readExpectedStatus(text: string | undefined): number | null {
  if (text === undefined) return null;
  // RFC 9110 section 15; 100 and the like are no final answers, 101 is what opens.
  if (!/^(?:101|[2-5]\d\d)$/.test(text)) {
    throw new CallProblem('--expect needs an HTTP status: 101, or one from 200 to 599.');
  }
  return Number(text);
}

function readExchange(values: Values): ExchangePlan | null {
  const { 'expect-reply': pattern, 'reply-timeout': timeout } = values;
  const send = readSource(values);
  if (timeout !== undefined && pattern === undefined) {
    throw new CallProblem('--reply-timeout is for --expect-reply: give both.');
  }
  if (send === null && pattern === undefined) return null;
  return {
    send,
    expectedReply: pattern === undefined ? null : readPattern(pattern),
    replyTimeoutMs: readMilliseconds('--reply-timeout', timeout) ?? DEFAULT_REPLY_TIMEOUT_MS,
  };
}

function readSource({ send, 'send-saved': name }: Values): MessageSource | null {
  if (send !== undefined && name !== undefined) {
    throw new CallProblem('--send and --send-saved both say what to send: give one of them.');
  }
  if (name !== undefined) return { kind: 'saved', name };
  return send === undefined ? null : { kind: 'text', text: send };
}

function readPattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    throw new CallProblem(
      `--expect-reply needs a regular expression: ${error instanceof Error ? error.message : ''}.`,
    );
  }
}

function readMilliseconds(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const milliseconds = Number(text);
  if (/^\d+$/.test(text) && milliseconds >= MIN_LIMIT_MS && milliseconds <= MAX_LIMIT_MS) return milliseconds;
  throw new CallProblem(`${option} needs whole milliseconds, from ${MIN_LIMIT_MS} to ${MAX_LIMIT_MS}.`);
}
