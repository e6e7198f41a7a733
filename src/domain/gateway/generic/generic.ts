import { NO_LIMITS } from '../noLimits.ts';
import { noAnnotation } from '../annotation.ts';
import type { Gateway } from '../gateway.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { noPreflight } from '../preflight/noPreflight.ts';
import { recognise, recogniseAnswer } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const GENERIC: Gateway = {
  id: 'generic',
  name: 'Any WebSocket server',
  shortName: 'Generic',
  recognise,
  recogniseAnswer,
  credentials: [],
  limits: NO_LIMITS,
  preflight: noPreflight,
  diagnose,
  explainClose,
  annotate: noAnnotation,
  subprotocols: [],
  templates: TEMPLATES,
};
