import { annotate } from './annotate.ts';
import type { Gateway } from '../gateway.ts';
import { CREDENTIALS } from './credentials.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise, recogniseAnswer } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const AWS: Gateway = {
  id: 'aws',
  name: 'AWS API Gateway',
  shortName: 'AWS',
  recognise,
  recogniseAnswer,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  diagnose,
  explainClose,
  annotate,
  subprotocols: [],
  templates: TEMPLATES,
};
