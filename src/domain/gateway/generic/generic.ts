import { NO_LIMITS } from '../noLimits.ts';
import { annotate } from '../aws/annotate.ts';
import type { Gateway } from '../gateway.ts';
import { noNote } from '../messageNote.ts';
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
  // On a custom domain nobody may have chosen AWS; its error frames are like no one else's.
  annotate,
  tokenKinds: ['oauth', 'webpubsub', 'aws'],
  noteForm: noNote,
  subprotocols: [],
  templates: TEMPLATES,
};
