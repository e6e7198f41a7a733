import * as v from 'valibot';
import { parseObject } from '../parseObject.ts';
import type { Annotation } from '../annotation.ts';

/** gateways.md 5.4: what the gateway itself sends has these members, whatever their spacing. */
const ErrorFrame = v.object({
  message: v.string(),
  connectionId: v.string(),
  requestId: v.optional(v.string()),
  messageId: v.optional(v.string()),
});

type Meaning = Pick<Annotation, 'id' | 'label' | 'explanation' | 'confidence' | 'source'>;

const MEANINGS: Readonly<Record<string, Meaning>> = {
  forbidden: {
    id: 'aws-frame-forbidden',
    label: 'no route',
    explanation:
      'No route took this message, and the API has no $default route. Compare the value that the route selection expression reads (most often “action”) with the route keys, letter by letter. A route that was added must be deployed to the stage first.',
    confidence: 'observed',
    source: 'gateways.md 7 row 16',
  },
  'internal server error': {
    id: 'aws-frame-internal-error',
    label: 'integration failed',
    explanation:
      'The route’s integration failed: look at its log in CloudWatch for an exception, and check that the gateway may invoke it. The connection stays open.',
    confidence: 'observed',
    source: 'gateways.md 7 row 17',
  },
  'endpoint request timed out': {
    id: 'aws-frame-timeout',
    label: 'integration timed out',
    explanation:
      'The route’s integration did not answer within 29 seconds, which cannot be raised. Answer at once, and post the result through @connections later.',
    confidence: 'observed',
    source: 'gateways.md 5.4',
  },
  'bad request body': {
    id: 'aws-frame-bad-body',
    label: 'does not fit the model',
    explanation:
      'The message does not fit the request model of its route: compare it with the model’s schema.',
    confidence: 'documented',
    source: 'gateways.md 5.4',
  },
};

export function annotate(text: string): Annotation | null {
  const parsed = v.safeParse(ErrorFrame, parseObject(text));
  if (!parsed.success) return null;
  const { message, requestId, messageId } = parsed.output;
  const id = requestId ?? messageId;
  if (id === undefined) return null;
  const meaning = MEANINGS[message.toLowerCase()] ?? {
    id: 'aws-frame-other',
    label: 'from API Gateway',
    explanation: `API Gateway itself says this, not the service behind it. Look the request id ${id} up in its log.`,
    confidence: 'inferred',
    source: 'gateways.md 5.4',
  };
  return { ...meaning, tone: 'bad', answers: null };
}
