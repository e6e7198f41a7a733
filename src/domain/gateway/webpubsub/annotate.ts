import * as v from 'valibot';
import type { Annotation } from '../annotation.ts';
import { parseObject } from '../parseObject.ts';

/** gateways.md 3.4. Members may come in any order. */
const Ack = v.object({
  type: v.literal('ack'),
  ackId: v.union([v.number(), v.string()]),
  success: v.boolean(),
  error: v.optional(v.object({ name: v.string(), message: v.optional(v.string(), '') })),
});

const System = v.variant('event', [
  v.object({
    type: v.literal('system'),
    event: v.literal('connected'),
    userId: v.nullish(v.string()),
    connectionId: v.optional(v.string(), ''),
    reconnectionToken: v.optional(v.string()),
  }),
  v.object({ type: v.literal('system'), event: v.literal('disconnected'), message: v.nullish(v.string()) }),
]);

const SOURCE = 'gateways.md 3.4';

/** What to do about the errors that acks name. */
const ACK_ERRORS: Readonly<Record<string, string>> = {
  Forbidden:
    'The token lacks the role for this: webpubsub.joinLeaveGroup or webpubsub.sendToGroup, for this group or for all.',
  Duplicate:
    'A message with this ackId was processed before on this connection. It has not been carried out twice: use a new ackId for a new message, and do not retry on this error.',
  InternalServerError:
    'The service failed: try again with the same ackId, which it does not carry out twice.',
  NotFound: 'What the message names does not exist.',
  Timeout: 'The event handler behind the hub did not answer in time.',
};

export function annotate(text: string): Annotation | null {
  const value = parseObject(text);
  if (value === null) return null;
  const ack = v.safeParse(Ack, value);
  if (ack.success) return annotateAck(ack.output);
  const system = v.safeParse(System, value);
  return system.success ? annotateSystem(system.output) : null;
}

function annotateAck({ ackId, success, error }: v.InferOutput<typeof Ack>): Annotation {
  const base = { confidence: 'documented', source: SOURCE, answers: String(ackId) } as const;
  if (success) {
    return {
      ...base,
      id: 'webpubsub-ack',
      tone: 'good',
      label: `ack ${ackId}`,
      explanation: `Web PubSub has carried out the message with ackId ${ackId}.`,
    };
  }
  const name = error?.name ?? 'Error';
  return {
    ...base,
    id: 'webpubsub-ack-failed',
    tone: 'bad',
    label: `ack ${ackId}: ${name}`,
    explanation: [
      `Web PubSub did not carry out the message with ackId ${ackId}: ${name}.`,
      ACK_ERRORS[name] ?? '',
    ]
      .join(' ')
      .trim(),
  };
}

function annotateSystem(message: v.InferOutput<typeof System>): Annotation {
  const base = { confidence: 'documented', source: SOURCE, answers: null } as const;
  if (message.event === 'connected') {
    const user = message.userId ?? '';
    return {
      ...base,
      id: 'webpubsub-connected',
      tone: 'good',
      label: 'system: connected',
      explanation: [
        `The service has taken the connection in as ${message.connectionId}${user === '' ? ', without a user' : `, for the user ${user}`}.`,
        ...(message.reconnectionToken === undefined
          ? []
          : [
              'It can be recovered with awps_connection_id and awps_reconnection_token for some 30 seconds after a cut.',
            ]),
      ].join(' '),
    };
  }
  return {
    ...base,
    id: 'webpubsub-disconnected',
    tone: 'bad',
    label: 'system: disconnected',
    explanation: `The service is about to end the connection${(message.message ?? '') === '' ? '' : `: ${message.message}`}. On a service reload, clients reconnect.`,
  };
}
