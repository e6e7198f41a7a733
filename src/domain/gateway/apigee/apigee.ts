import { noAnnotation } from '../annotation.ts';
import type { Gateway } from '../gateway.ts';
import { noNote } from '../messageNote.ts';
import { CREDENTIALS } from './credentials.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise } from './recognise.ts';
import { TEMPLATES } from './templates.ts';

export const APIGEE: Gateway = {
  id: 'apigee',
  name: 'Google Apigee',
  shortName: 'Apigee',
  recognise,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  loadAnswerReading: async () => (await import('./answerReading.ts')).ANSWER_READING,
  annotate: noAnnotation,
  tokenKinds: ['oauth', 'webpubsub', 'aws'],
  noteForm: noNote,
  subprotocols: [],
  templates: TEMPLATES,
};
