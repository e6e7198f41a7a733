import { asyncApi } from './asyncApi.ts';
import { bruFile } from './bruFile.ts';
import { brunoCollection } from './brunoCollection.ts';
import { otherEnvironment, postmanEnvironment } from './environmentFile.ts';
import { harFile } from './harFile.ts';
import { hoppscotch } from './hoppscotch.ts';
import type { ImportFormat } from './importFormat.ts';
import { insomnia4 } from './insomnia4.ts';
import { insomnia5 } from './insomnia5.ts';
import { openApi } from './openApi.ts';
import { openCollection } from './openCollection.ts';
import { posternFile } from './posternFile.ts';
import { postmanCollection } from './postmanCollection.ts';
import { postmanFile } from './postmanFile.ts';

/** In the order of how surely a document says what it is; the first that recognises it reads it. */
const IMPORT_FORMATS: readonly ImportFormat[] = [
  bruFile,
  posternFile,
  asyncApi,
  openApi,
  harFile,
  insomnia5,
  insomnia4,
  postmanFile,
  postmanCollection,
  openCollection,
  brunoCollection,
  hoppscotch,
  postmanEnvironment,
  otherEnvironment,
];

export function recogniseFormat(document: unknown): ImportFormat | null {
  return IMPORT_FORMATS.find((format) => format.recognise(document)) ?? null;
}
