import type { CompanionState } from '../stores/useCompanion.ts';

export interface CompanionText {
  /** After the word Companion. */
  readonly word: string;
  readonly meaning: string;
}

/** What the companion's state means to the person at the page. */
export const COMPANION_TEXTS: Readonly<Record<CompanionState, CompanionText>> = {
  checking: {
    word: 'looking',
    meaning: 'Postern is looking for its companion on this machine.',
  },
  ready: {
    word: 'ready',
    meaning:
      'The companion opens connections for this page, so you see the whole handshake, may set any header, and can use the local gateways.',
  },
  'token-required': {
    word: 'needs its token',
    meaning:
      'The companion runs, but does not know this browser yet. Open the URL that npm start printed, or paste it here: its token lets only you use the companion.',
  },
  absent: {
    word: 'not running',
    meaning:
      'Without the companion only the Browser transport works: it sets no header, and says little of a handshake that was refused. Start it in the folder of Postern:',
  },
};
