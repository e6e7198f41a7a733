import type { ConnectOptions, ProxyChoice, TimeLimits } from '../connection/connectionRequest.ts';
import { readFieldValue } from './fieldValue.ts';
import type { ProfileOptions, Secrets } from './profile.ts';
import { optionProblem, type ProfileProblem } from './profileProblem.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** Shorter than a step on loopback can take is a slip of the pen, such as seconds for milliseconds. */
export const MIN_LIMIT_MS = 50;
/** Longer than ten minutes, nobody waits for a handshake, and no gateway either. */
export const MAX_LIMIT_MS = 600_000;

const LIMIT_LABELS: Readonly<Record<keyof TimeLimits, string>> = {
  dnsMs: 'DNS',
  tcpMs: 'TCP',
  tlsMs: 'TLS',
  answerMs: 'the answer',
};

export function resolveOptions(options: ProfileOptions, secrets: Secrets): ConnectOptions {
  const { tls } = options;
  return {
    offersCompression: options.offersCompression,
    limits: options.limits,
    tls: {
      ...tls,
      clientKeyPem: readFieldValue(tls.clientKeyPem, secrets),
      clientKeyPassphrase: readFieldValue(tls.clientKeyPassphrase, secrets),
    },
    proxy: resolveProxy(options.proxy, secrets),
  };
}

export function checkOptions(options: ProfileOptions, secrets: Secrets): readonly ProfileProblem[] {
  const { tls, limits, proxy } = resolveOptions(options, secrets);
  return [
    ...checkCertificates(tls),
    ...checkServerName(tls.serverName),
    ...checkLimits(limits),
    ...checkProxy(proxy),
  ];
}

function resolveProxy(proxy: ProfileOptions['proxy'], secrets: Secrets): ProxyChoice {
  return proxy.kind === 'url' ? { kind: 'url', url: readFieldValue(proxy.url, secrets).trim() } : proxy;
}

function checkCertificates(tls: ConnectOptions['tls']): readonly ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  if (tls.caPem.trim() !== '' && !isPem(tls.caPem, 'CERTIFICATE')) {
    problems.push(optionProblem('caPem', notPem('certificate authority', 'BEGIN CERTIFICATE')));
  }
  const hasCertificate = tls.clientCertificatePem.trim() !== '';
  const hasKey = tls.clientKeyPem.trim() !== '';
  if (hasCertificate && !isPem(tls.clientCertificatePem, 'CERTIFICATE')) {
    problems.push(optionProblem('clientCertificatePem', notPem('client certificate', 'BEGIN CERTIFICATE')));
  }
  if (hasKey && !isPem(tls.clientKeyPem, 'PRIVATE KEY')) {
    problems.push(optionProblem('clientKeyPem', notPem('client key', 'BEGIN PRIVATE KEY')));
  }
  if (hasCertificate && !hasKey) {
    const message = 'The client certificate needs its private key: add the key, or remove the certificate.';
    problems.push(optionProblem('clientKeyPem', message));
  }
  if (hasKey && !hasCertificate) {
    const message = 'The client key needs its certificate: add the certificate, or remove the key.';
    problems.push(optionProblem('clientCertificatePem', message));
  }
  return problems;
}

function isPem(text: string, label: string): boolean {
  return new RegExp(`-----BEGIN (?:[A-Z0-9]+ )*${label}-----`).test(text);
}

function notPem(what: string, marker: string): string {
  return `The ${what} is not PEM text: it has a line “-----${marker}-----”.`;
}

function checkServerName(serverName: string): readonly ProfileProblem[] {
  if (serverName === '' || /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?$/.test(serverName)) return [];
  const message = 'The server name is a host name alone, without scheme, port or path.';
  return [optionProblem('serverName', message)];
}

function checkLimits(limits: TimeLimits): readonly ProfileProblem[] {
  return (Object.keys(LIMIT_LABELS) as (keyof TimeLimits)[])
    .filter((name) => !isLimit(limits[name]))
    .map((name) => {
      const range = `from ${MIN_LIMIT_MS} to ${MAX_LIMIT_MS} milliseconds`;
      return optionProblem(name, `The time limit for ${LIMIT_LABELS[name]} is a whole number ${range}.`);
    });
}

function isLimit(limitMs: number): boolean {
  return Number.isInteger(limitMs) && limitMs >= MIN_LIMIT_MS && limitMs <= MAX_LIMIT_MS;
}

function checkProxy(proxy: ProxyChoice): readonly ProfileProblem[] {
  if (proxy.kind !== 'url') return [];
  if (/^https?:$/.test(parseUrl(proxy.url)?.protocol ?? '')) return [];
  const message = 'The proxy is an http:// or https:// URL, for example http://proxy.example.com:8080.';
  return [optionProblem('proxy', message)];
}
