import type { MessageTemplate } from '../gateway.ts';

/** The client's messages in `json.webpubsub.azure.v1` (gateways.md 3.4). */
export const TEMPLATES: readonly MessageTemplate[] = [
  { id: 'webpubsub-join', label: 'Join group', text: '{"type":"joinGroup","group":"g1","ackId":1}' },
  {
    id: 'webpubsub-send-text',
    label: 'Send text to group',
    text: '{"type":"sendToGroup","group":"g1","ackId":2,"noEcho":false,"dataType":"text","data":"Hello"}',
  },
  {
    id: 'webpubsub-send-json',
    label: 'Send JSON to group',
    text: '{"type":"sendToGroup","group":"g1","ackId":3,"dataType":"json","data":{"hello":"world"}}',
  },
  {
    id: 'webpubsub-send-binary',
    label: 'Send binary to group',
    text: '{"type":"sendToGroup","group":"g1","ackId":4,"dataType":"binary","data":"SGVsbG8="}',
  },
  {
    id: 'webpubsub-event',
    label: 'Event to the server',
    text: '{"type":"event","event":"myEvent","ackId":5,"dataType":"json","data":{"a":1}}',
  },
  { id: 'webpubsub-leave', label: 'Leave group', text: '{"type":"leaveGroup","group":"g1","ackId":6}' },
  {
    id: 'webpubsub-sequence-ack',
    label: 'Acknowledge a sequence',
    text: '{"type":"sequenceAck","sequenceId":1}',
  },
  { id: 'webpubsub-ping', label: 'Ping', text: '{"type":"ping"}' },
];
