import { type DraftedMessage, type MessageNote, warning } from '../messageNote.ts';
import { parseObject } from '../parseObject.ts';

/** gateways.md 5.4 and 5.7. */
export function noteForm({ kind, text }: DraftedMessage): readonly MessageNote[] {
  if (kind === 'binary') return [warning('AWS takes no binary message: it closes the connection with 1003.')];
  if (text === '' || parseObject(text) !== null) return [];
  return [
    warning(
      'This is no JSON object, so no route key can be read from it: AWS gives it to the $default route, if there is one.',
    ),
  ];
}
