import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly body: Buffer;
  readonly contentType: string;
}

/** The built page, by path as in a URL. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Reads the whole page, a few megabytes at most, into memory: a path that was not there at start cannot be reached, with
 * any number of `..`, and a build that runs meanwhile does not pull the files from under an open page.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const file: PageFile = {
        body: await readFile(path),
        contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      };
      return [`/${relative(folder, path).split(sep).join('/')}`, file] as const;
    });
  return new Map(await Promise.all(files));
}
