import { describe, expect, it } from 'vitest';
import { annotate } from './annotate.ts';
import type { GatewayId } from './gatewayId.ts';

const IDS = '"connectionId":"eHrdFcnvvHcCE-w=", "requestId":"eHrjDEuVPHcFWMg="';

/** The texts of gateways.md 3.4 and 7b, as written there. */
const ROWS: readonly [text: string, gateway: GatewayId, id: string, label: string][] = [
  [`{"message": "Forbidden", ${IDS}}`, 'aws', 'aws-frame-forbidden', 'no route'],
  [`{"message": "Forbidden", ${IDS}}`, 'generic', 'aws-frame-forbidden', 'no route'],
  [`{"message": "Internal server error", ${IDS}}`, 'aws', 'aws-frame-internal-error', 'integration failed'],
  [`{"message": "Endpoint request timed out", ${IDS}}`, 'aws', 'aws-frame-timeout', 'integration timed out'],
  [
    '{"message" : "Bad request body", "connectionId": "eHrdFcnvvHcCE-w=", "messageId": "eHrjDEuVPHcFWMg="}',
    'aws',
    'aws-frame-bad-body',
    'does not fit the model',
  ],
  [`{"message": "Something new", ${IDS}}`, 'aws', 'aws-frame-other', 'from API Gateway'],
  ['{"type":"ack","ackId":1,"success":true}', 'webpubsub', 'webpubsub-ack', 'ack 1'],
  [
    '{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client has no permission to send message to group \'group1\'."}}',
    'apim',
    'webpubsub-ack-failed',
    'ack 1: Forbidden',
  ],
  [
    '{"type":"ack","ackId":1,"success":false,"error":{"name":"Duplicate","message":"Message with ack-id: 1 has been processed"}}',
    'webpubsub',
    'webpubsub-ack-failed',
    'ack 1: Duplicate',
  ],
  [
    '{"type":"system","event":"connected","userId":"user1","connectionId":"abcdefghijklmnop"}',
    'webpubsub',
    'webpubsub-connected',
    'system: connected',
  ],
  [
    '{"type":"system","event":"disconnected","message":"reason"}',
    'webpubsub',
    'webpubsub-disconnected',
    'system: disconnected',
  ],
];

describe('annotate', () => {
  it.each(ROWS)('reads %s at %s as %s', (text, gateway, id, label) => {
    expect(annotate(text, { gateway, subprotocol: null })).toMatchObject({ id, label });
  });

  it('knows the envelopes by their subprotocol on any host', () => {
    const context = { gateway: 'generic', subprotocol: 'json.reliable.webpubsub.azure.v1' } as const;
    expect(annotate('{"type":"ack","ackId":7,"success":true}', context)).toMatchObject({ answers: '7' });
  });

  it.each([
    ['{"message":"Forbidden"}', 'aws'],
    ['{"message":"hello","connectionId":"a"}', 'aws'],
    ['{"type":"ack","ackId":1,"success":true}', 'ibm'],
    ['{"type":"message","from":"server","data":"x"}', 'webpubsub'],
    ['{', 'aws'],
    ['null', 'aws'],
    ['hello', 'webpubsub'],
  ] as const)('says nothing of %s at %s', (text, gateway) => {
    expect(annotate(text, { gateway, subprotocol: null })).toBeNull();
  });
});
