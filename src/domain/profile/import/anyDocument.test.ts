import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from './testing/importText.ts';

/** Documents that say what they are, so that each importer has to read them. */
const MARKS: readonly Readonly<Record<string, unknown>>[] = [
  { asyncapi: '2.6.0' },
  { asyncapi: '3.0.0' },
  { openapi: '3.1.0' },
  { swagger: '2.0' },
  { log: { entries: [] } },
  { type: 'collection.insomnia.rest/5.0' },
  { _type: 'export', resources: [] },
  { $kind: 'websocket-request' },
  { info: { schema: 'getpostman.com' } },
  { opencollection: '1.0.0' },
  { brunoConfig: {}, items: [] },
  { name: '', folders: [], requests: [] },
  { format: 'postern-profiles' },
  { name: '', values: [] },
];

/** Names that the importers look for, so that what is arbitrary stands where they look. */
const NAMES =
  `servers channels components paths info name url raw item items request requests folders headers header params
  parameters query auth authentication type variables variable values environments subEnvironments data resources parentId
  _id _type meta id children collection messages message operations channel action bindings ws security securitySchemes
  properties enum default $ref schema entries log profiles endpoint websocket body publish subscribe examples payload
  host protocol schemes constructor __proto__ key value disabled enabled active secret`.split(/\s+/);

const TEXTS = [
  'wss://h.example/{a}',
  '{{a}}',
  '<<a>>',
  '#/servers',
  '#/',
  'ws',
  'wss',
  'bearer',
  'basic',
  'apikey',
  'folder',
  '',
];

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(fc.constantFrom(...TEXTS), fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  ),
})).value;

const anyDocument = fc
  .tuple(fc.constantFrom(...MARKS), fc.dictionary(fc.constantFrom(...NAMES), anyValue, { maxKeys: 8 }))
  .map(([mark, members]) => ({ ...members, ...mark, ...pickOver(members, mark) }));

/** What is arbitrary stands in the place of the mark's own lists, so that these have something in them. */
function pickOver(
  members: Readonly<Record<string, unknown>>,
  mark: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const lists = Object.keys(mark).filter((name) => Array.isArray(mark[name]) && Array.isArray(members[name]));
  return Object.fromEntries(lists.map((name) => [name, members[name]]));
}

describe('an importer', () => {
  it('never throws, whatever the document holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const reading = await readFiles([{ name: 'x', text: JSON.stringify(document) }]);
        expect(['import', 'problem']).toContain(reading.kind);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws, whatever the JSON or text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'ws {}[]:~\n\'"a-&*|%'.split('')) }),
        ),
        async (text) => {
          const reading = await readFiles([{ name: 'x', text }]);
          expect(['import', 'problem']).toContain(reading.kind);
        },
      ),
      { numRuns: 200 },
    );
  });
});
