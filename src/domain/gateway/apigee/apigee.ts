import { noAnnotation } from '../annotation.ts';
import type { Gateway } from '../gateway.ts';
import { CREDENTIALS } from './credentials.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { LIMITS } from './limits.ts';
import { noPreflight } from '../preflight/noPreflight.ts';
import { recognise, recogniseAnswer } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const APIGEE: Gateway = {
  id: 'apigee',
  name: 'Google Apigee',
  shortName: 'Apigee',
  recognise,
  recogniseAnswer,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight: noPreflight,
  diagnose,
  explainClose,
  annotate: noAnnotation,
  subprotocols: [],
  templates: TEMPLATES,
};
