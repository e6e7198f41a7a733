/** Something wrong with a profile, said at the place where it can be put right. */
export interface ProfileProblem {
  readonly at: 'url' | 'parameters' | 'headers' | 'subprotocols' | 'options';
  /** The row's id; under `options` an `OptionName`; `null` for the whole. */
  readonly fieldId: string | null;
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
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
  | 'proxy';

export function optionProblem(fieldId: OptionName, message: string): ProfileProblem {
  return { at: 'options', fieldId, message };
}
