import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { readFields } from './readRows.ts';
import { newRequestDraft, type ImportSource, type RequestDraft } from './requestDraft.ts';

const File = v.looseObject({ log: v.looseObject({ entries: List }) });

const Entry = v.looseObject({
  request: v.looseObject({ url: Text, headers: v.optional(v.unknown()) }),
  response: v.optional(v.looseObject({ status: v.optional(v.number()) })),
});

/** A browser's recording: the handshakes in it. What was said after them is a log, and read as one elsewhere. */
export const harFile: ImportFormat = {
  name: 'HAR recording',
  recognise: (document) => Array.isArray(memberOf(memberOf(document, 'log'), 'entries')),
  read: readRecording,
};

function readRecording(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const requests = new Map<string, RequestDraft>();
  const entries = notes.read(File, document, 'the recording')?.log.entries ?? [];
  for (const [index, value] of entries.entries()) {
    const place = `log.entries[${index}]`;
    const entry = notes.read(Entry, value, place);
    if (entry === null) continue;
    const messages = memberOf(value, '_webSocketMessages');
    const isWebSocket =
      Array.isArray(messages) ||
      memberOf(value, '_resourceType') === 'websocket' ||
      entry.response?.status === 101;
    const { url } = entry.request;
    const earlier = requests.get(url);
    if (isWebSocket && earlier !== undefined) {
      notes.leave(place, `It opens the same URL as ${earlier.place}: one profile was made of both.`);
      continue;
    }
    requests.set(
      isWebSocket ? url : place,
      newRequestDraft({
        place,
        name: '',
        url,
        isWebSocket,
        headers: readFields(entry.request.headers, `${place}.request.headers`, notes).filter(isSentByHand),
      }),
    );
    if (Array.isArray(messages) && messages.length > 0) {
      notes.leave(
        `${place}._webSocketMessages`,
        'Its messages are a log: drop the file on the Messages of a profile to see them.',
      );
    }
  }
  return { requests: [...requests.values()], environments: [], leftBehind: notes.leftBehind, notice: null };
}

/** `:authority` and the like are HTTP/2's request line. */
function isSentByHand({ name }: { readonly name: string }): boolean {
  return !name.startsWith(':');
}
