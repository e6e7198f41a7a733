import { NO_LIMITS } from '../noLimits.ts';
import { noAnnotation } from '../annotation.ts';
import type { Gateway } from '../gateway.ts';
import { noPreflight } from '../preflight/noPreflight.ts';
import { recognise } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const GENERIC: Gateway = {
  id: 'generic',
  name: 'Any WebSocket server',
  shortName: 'Generic',
  recognise,
  credentials: [],
  limits: NO_LIMITS,
  preflight: noPreflight,
  loadAnswerReading: async () => (await import('./answerReading.ts')).ANSWER_READING,
  annotate: noAnnotation,
  subprotocols: [],
  templates: TEMPLATES,
};
