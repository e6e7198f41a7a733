import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = resolve(import.meta.dirname, '..');
const PAGE_LAYERS = ['domain', 'wire', 'engine', 'state', 'query', 'ui', 'features', 'app'];

/** The product's own files of all layers but the companion's, whose emulators have a folder and a line of their own. */
function sourceFiles(): readonly string[] {
  return PAGE_LAYERS.flatMap((layer) =>
    readdirSync(join(SOURCES, layer), { recursive: true, encoding: 'utf8' }).map((file) => join(layer, file)),
  ).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\btesting\b/.test(file));
}

test.each(['apigee', 'apim', 'ibm'])('the gateway %s is its own folder, and one line outside of it', (id) => {
  const named = new RegExp(String.raw`['"/]${id}['"/]`);
  const places = sourceFiles()
    .filter((file) => relative(join('domain', 'gateway', id), file).startsWith('..'))
    .flatMap((file) =>
      readFileSync(join(SOURCES, file), 'utf8')
        .split('\n')
        .filter((line) => named.test(line))
        .map((line) => `${file}: ${line}`),
    );
  const registry = join('domain', 'gateway', 'registry.ts');
  expect(places).toEqual([`${registry}: export { ${id.toUpperCase()} as ${id} } from './${id}/${id}.ts';`]);
});
