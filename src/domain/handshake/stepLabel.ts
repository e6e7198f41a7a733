import type { HandshakeFailure, HandshakeStep } from './handshakeRecord.ts';

/** What people see a step called. */
export const STEP_LABELS: Readonly<Record<HandshakeStep, string>> = {
  dns: 'DNS',
  tcp: 'TCP',
  proxy: 'Proxy',
  tls: 'TLS',
  request: 'Request',
  answer: 'Answer',
};

/** The label of the step an attempt failed at; the checks belong to the answer that they look at. */
export function stepLabel(step: HandshakeFailure['step']): string {
  return step === 'checks' ? STEP_LABELS.answer : STEP_LABELS[step];
}
