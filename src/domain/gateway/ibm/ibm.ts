import { noAnnotation } from '../annotation.ts';
import type { Gateway } from '../gateway.ts';
import { CREDENTIALS } from './credentials.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise, recogniseAnswer } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const IBM: Gateway = {
  id: 'ibm',
  name: 'IBM API Connect',
  shortName: 'IBM',
  recognise,
  recogniseAnswer,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  diagnose,
  explainClose,
  annotate: noAnnotation,
  subprotocols: [],
  templates: TEMPLATES,
};
