import * as v from 'valibot';
import { isHeaderOfBrowser, noteHeadersOfBrowser } from '../browserHeaders.ts';
import { memberOf } from '../../format/members.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List, Text } from './importNotes.ts';
import { placesOf } from './placesOf.ts';
import { readFields } from './readRows.ts';
import { newRequestDraft, type DraftField, type ImportSource, type RequestDraft } from './requestDraft.ts';

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
  const logPlaces: string[] = [];
  const leftHeaders = new Set<string>();
  const entries = notes.read(File, document, 'the recording')?.log.entries ?? [];
  for (const [index, value] of entries.entries()) {
    const place = `log.entries[${index}]`;
    const entry = notes.read(Entry, value, place);
    if (entry === null) continue;
    const messages = memberOf(value, '_webSocketMessages');
    const { url } = entry.request;
    const isWebSocket =
      Array.isArray(messages) ||
      memberOf(value, '_resourceType') === 'websocket' ||
      // Firefox and Safari have neither; others write the URL with https.
      isWebSocketUrl(url) ||
      entry.response?.status === 101;
    if (Array.isArray(messages) && messages.length > 0) logPlaces.push(place);
    const earlier = requests.get(url);
    if (isWebSocket && earlier !== undefined) {
      notes.leave(place, `It opens the same URL as ${earlier.place}: one profile was made of both.`);
      continue;
    }
    const headers = readFields(entry.request.headers, `${place}.request.headers`, notes);
    if (isWebSocket) for (const { name } of headers.filter(isOfBrowser)) leftHeaders.add(name);
    const fields = { headers: headers.filter((header) => !isOfBrowser(header)), isWebSocket };
    requests.set(isWebSocket ? url : place, newRequestDraft({ place, name: '', url, ...fields }));
  }
  const [first] = logPlaces;
  if (first !== undefined) notes.leave(placesOf(first, logPlaces.length), HAS_LOG);
  if (leftHeaders.size > 0) {
    notes.leave('log.entries', noteHeadersOfBrowser(leftHeaders));
  }
  return { requests: [...requests.values()], environments: [], leftBehind: notes.leftBehind, notice: null };
}

const HAS_LOG = 'Its messages are a log: drop the file on the Messages of a profile to see them.';

function isWebSocketUrl(url: string): boolean {
  return /^wss?:/i.test(url);
}

function isOfBrowser({ name }: DraftField): boolean {
  return isHeaderOfBrowser(name);
}
