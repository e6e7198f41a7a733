import { writeBrowser } from './browser.ts';
import { writeCSharp } from './csharp.ts';
import { writeCurl } from './curl.ts';
import { writeGo } from './go.ts';
import { writeNode } from './node.ts';
import { writePlaywright } from './playwright.ts';
import { writePython } from './python.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { writeWebsocat } from './websocat.ts';
import { writeWscat } from './wscat.ts';

/** Something that a profile can be written for. */
export interface SnippetTarget {
  readonly label: string;
  readonly write: (request: SnippetRequest) => string;
}

export const SNIPPET_TARGETS = {
  wscat: { label: 'wscat', write: writeWscat },
  websocat: { label: 'websocat', write: writeWebsocat },
  curl: { label: 'curl', write: writeCurl },
  browser: { label: 'Browser', write: writeBrowser },
  node: { label: 'Node ws', write: writeNode },
  python: { label: 'Python', write: writePython },
  csharp: { label: 'C#', write: writeCSharp },
  go: { label: 'Go', write: writeGo },
  playwright: { label: 'Playwright', write: writePlaywright },
} as const satisfies Readonly<Record<string, SnippetTarget>>;

export type SnippetTargetId = keyof typeof SNIPPET_TARGETS;

export const SNIPPET_TARGET_IDS = Object.keys(SNIPPET_TARGETS) as readonly SnippetTargetId[];
