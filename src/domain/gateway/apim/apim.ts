import { annotate } from '../webpubsub/annotate.ts';
import type { Gateway } from '../gateway.ts';
import { CREDENTIALS } from './credentials.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { recognise, recogniseAnswer } from './recognise.ts';
import { SUBPROTOCOLS } from '../webpubsub/subprotocols.ts';
import { TEMPLATES } from './templates.ts';

export const APIM: Gateway = {
  id: 'apim',
  name: 'Azure API Management',
  shortName: 'APIM',
  recognise,
  recogniseAnswer,
  credentials: CREDENTIALS,
  limits: LIMITS,
  preflight,
  diagnose,
  explainClose,
  annotate,
  subprotocols: SUBPROTOCOLS,
  templates: TEMPLATES,
};
