import type { Fix } from '../gateway/fixAction.ts';

/** Something wrong with a profile, said at the place where it can be put right. */
export interface ProfileProblem {
  readonly at: 'url' | 'parameters' | 'headers' | 'subprotocols' | 'options';
  /** The row's id; under `options` an `OptionName`; `null` for the whole. */
  readonly fieldId: string | null;
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
}

/** Something that will probably fail though it can be sent, and what would change that. */
export interface PreflightWarning extends ProfileProblem {
  /** What is wrong, without what to do: the fixes say that. */
  readonly message: string;
  /** Likeliest first. */
  readonly fixes: readonly Fix[];
}

/** The warning with its advice, where there is no room for a list of fixes. */
export function withAdvice<W extends PreflightWarning>(warning: W): W {
  return { ...warning, message: [warning.message, ...warning.fixes.map(({ text }) => text)].join(' ') };
}

/** What `fieldId` is under `options`. */
export type OptionName =
  | 'origin'
  | 'offersCompression'
  | 'verifiesCertificate'
  | 'caPem'
  | 'clientCertificatePem'
  | 'clientKeyPem'
  | 'clientKeyPassphrase'
  | 'serverName'
  | 'dnsMs'
  | 'tcpMs'
  | 'tlsMs'
  | 'answerMs'
  | 'proxy'
  | 'keepAlive'
  | 'keepAliveEvery'
  | 'keepAliveText'
  | 'reconnectAttempts'
  | 'reconnectFirstDelay'
  | 'reconnectMaxDelay';

export function optionProblem(fieldId: OptionName, message: string): ProfileProblem {
  return { at: 'options', fieldId, message };
}
