import { annotate } from './annotate.ts';
import type { Gateway } from '../gateway.ts';
import { noNote } from '../messageNote.ts';
import { CREDENTIALS } from './credentials.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise } from './recognise.ts';
import { SUBPROTOCOLS } from './subprotocols.ts';
import { TEMPLATES } from './templates.ts';

export const WEB_PUBSUB: Gateway = {
  id: 'webpubsub',
  name: 'Azure Web PubSub',
  shortName: 'Web PubSub',
  recognise,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  loadAnswerReading: async () => (await import('./answerReading.ts')).ANSWER_READING,
  annotate,
  tokenKinds: ['webpubsub', 'oauth', 'aws'],
  noteForm: noNote,
  subprotocols: SUBPROTOCOLS,
  templates: TEMPLATES,
};
