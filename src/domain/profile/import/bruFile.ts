import { readBrunoMessage, readBrunoRequest } from './brunoRequest.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes } from './importNotes.ts';
import type { BruBlock } from './parseBru.ts';
import type { Environment, ImportSource, RequestDraft } from './requestDraft.ts';
import { NO_SURROUNDINGS } from './surroundings.ts';

/** A `.bru` file, as `parseBru` has taken it apart. Its own class, so that no JSON can pass for one. */
export class BruDocument {
  readonly blocks: readonly BruBlock[];

  constructor(blocks: readonly BruBlock[]) {
    this.blocks = blocks;
  }
}

/** What a request of Bruno's can be, by the names of its blocks. */
const OTHER_REQUESTS = /^(?:get|post|put|delete|patch|options|head|connect|trace|http|grpc)$/;

/** Blocks that say nothing of how to connect, and what they are, for the list of what is left. */
const LEFT: ReadonlyMap<string, string> = new Map([
  ['script:pre-request', 'A script'],
  ['script:post-response', 'A script'],
  ['tests', 'Tests'],
  ['assert', 'Assertions'],
  ['settings', 'Settings of its own'],
  ['vars:post-response', 'Variables that are set after an answer'],
]);

/** One request, or one environment, of a collection that Bruno keeps in a folder. */
export const bruFile: ImportFormat = {
  name: 'Bruno file (.bru)',
  recognise: (document) => document instanceof BruDocument,
  read: (document) => readBlocks(document instanceof BruDocument ? document.blocks : []),
};

function readBlocks(blocks: readonly BruBlock[]): ImportSource {
  const notes = new ImportNotes();
  const find = (name: string) => blocks.find((block) => block.name === name);
  const requests: RequestDraft[] = [];
  const ws = find('ws');
  if (ws !== undefined) requests.push(readRequest(ws, blocks, notes));
  else if (blocks.some(({ name }) => OTHER_REQUESTS.test(name))) {
    notes.leave('the request', 'It is no WebSocket request, and Postern speaks WebSocket only.');
  } else if (find('vars') === undefined) {
    notes.leave('the file', 'It has no request: what holds for a folder or collection is not taken over.');
  }
  for (const { name, line } of blocks) {
    const what = LEFT.get(name);
    if (what !== undefined) notes.leave(`line ${line}`, `${what} (${name}): Postern has no place for this.`);
  }
  return { requests, environments: readEnvironment(blocks), leftBehind: notes.leftBehind, notice: null };
}

function readRequest(ws: BruBlock, blocks: readonly BruBlock[], notes: ImportNotes): RequestDraft {
  const rowsOf = (name: string) =>
    blocks.filter((block) => block.name === name).flatMap((block) => toRows(block));
  const mode = valueOf(ws, 'auth');
  const messages = blocks.filter((block) => block.name === 'body:ws');
  const meta = blocks.find((block) => block.name === 'meta');
  if (mode === 'inherit') {
    notes.leave(
      `line ${ws.line}`,
      'Its authentication is that of the collection, which is not in this file.',
    );
  }
  return readBrunoRequest(
    {
      place: `line ${ws.line}`,
      name: meta === undefined ? '' : valueOf(meta, 'name'),
      description: blocks.find((block) => block.name === 'docs')?.text ?? '',
      type: 'ws',
      url: valueOf(ws, 'url'),
      headers: rowsOf('headers'),
      params: [...rowsOf('params:query'), ...rowsOf('params:path').map((row) => ({ ...row, type: 'path' }))],
      auth: { type: mode, [mode]: rowsOf(`auth:${mode}`).map(({ name, value }) => ({ key: name, value })) },
      variables: rowsOf('vars:pre-request'),
      leftOut: [],
      messages: messages.flatMap((block) =>
        readBrunoMessage(
          Object.fromEntries(block.pairs.map(({ name, value }) => [name, value])),
          `line ${block.line}`,
          notes,
        ),
      ),
    },
    NO_SURROUNDINGS,
    notes,
  );
}

/** A file of an environment has its variables and nothing else, and its name is that of the file. */
function readEnvironment(blocks: readonly BruBlock[]): readonly Environment[] {
  const vars = blocks.filter((block) => block.name === 'vars');
  if (vars.length === 0) return [];
  const pairs = vars
    .flatMap((block) => block.pairs)
    .filter(({ isEnabled, value }) => isEnabled && value !== '');
  return [
    { name: '', variables: new Map(pairs.map(({ name, value }) => [name, { value, isSecret: false }])) },
  ];
}

function toRows({ pairs }: BruBlock): { name: string; value: string; enabled: boolean }[] {
  return pairs.map(({ name, value, isEnabled }) => ({ name, value, enabled: isEnabled }));
}

function valueOf({ pairs }: BruBlock, name: string): string {
  return pairs.find((pair) => pair.name === name)?.value ?? '';
}
