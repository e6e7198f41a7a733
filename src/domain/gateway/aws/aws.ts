import { annotate } from './annotate.ts';
import type { Gateway } from '../gateway.ts';
import { noteForm } from './noteForm.ts';
import { CREDENTIALS } from './credentials.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const AWS: Gateway = {
  id: 'aws',
  name: 'AWS API Gateway',
  shortName: 'AWS',
  recognise,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  loadAnswerReading: async () => (await import('./answerReading.ts')).ANSWER_READING,
  annotate,
  tokenKinds: ['aws', 'oauth', 'webpubsub'],
  noteForm,
  subprotocols: [],
  templates: TEMPLATES,
};
