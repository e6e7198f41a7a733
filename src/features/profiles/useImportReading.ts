import { useEffect, useRef, useState } from 'react';
import { parseLinkSecrets } from '#domain/profile/file/linkSecrets.ts';
import { looksLikeDocument } from '#domain/profile/import/looksLikeDocument.ts';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { readPaste } from '#domain/profile/readPaste.ts';
import type { PasteReading } from '#domain/profile/readPaste.ts';
import { SEALING } from '../secrets/sealingOnDemand.ts';
import { newId } from '../stores/newId.ts';
import { readProfileLink } from './profileLink.ts';
import type { ProfileLink } from './profileLink.ts';
import { readInWorker } from './readInWorker.ts';
import { withLinkSecrets } from './withLinkSecrets.ts';
import type { OpenedImport, ReadImport } from './withLinkSecrets.ts';

export type ImportStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | PasteReading
  | ImportReading;

/** The values of secrets that a link holds beside its profile. */
export type SealedPart =
  | { readonly kind: 'none' }
  | { readonly kind: 'shut' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'opened' } & Omit<OpenedImport, 'reading'>);

export interface ImportInput {
  readonly step: ImportStep;
  readonly sealed: SealedPart;
  /** Opens the sealed part; what was read has its values then. */
  readonly openSealed: (passphrase: string) => void;
  /** What is shown is about to be replaced: nothing should be made of it. */
  readonly isStale: boolean;
  /** The names of the files that were chosen; empty for text. */
  readonly fileNames: readonly string[];
  readonly readText: (text: string) => void;
  readonly readFiles: (files: readonly File[]) => void;
  /** The fragment of a link to a profile. */
  readonly readLink: (fragment: string) => void;
  /** Reads the same again, filled in from another environment. */
  readonly chooseEnvironment: (name: string) => void;
  /** Stops reading: nothing is understood then. */
  readonly cancel: () => void;
}

const LINK_NAME = 'The link';

const NO_SEALED_PART: SealedPart = { kind: 'none' };

const NO_FILES: readonly File[] = [];

/** What was understood of what the person pasted, chose or dropped. What comes later takes its place. */
export function useImportReading(): ImportInput {
  const [step, setStep] = useState<ImportStep>({ kind: 'nothing' });
  const [isStale, setStale] = useState(false);
  const [files, setFiles] = useState(NO_FILES);
  const [fileNames, setFileNames] = useState<readonly string[]>([]);
  const [link, setLink] = useState<ProfileLink | null>(null);
  const [sealed, setSealed] = useState<SealedPart>(NO_SEALED_PART);
  const end = useRef(() => {});
  useEffect(() => () => end.current(), []);

  function dropLink(): void {
    setLink(null);
    setSealed(NO_SEALED_PART);
  }

  /** Ends what is under way, for something that takes a while. What is returned tells whether that is still the latest. */
  function takeTurn(): () => boolean {
    end.current();
    let isCurrent = true;
    end.current = () => {
      isCurrent = false;
    };
    return () => isCurrent;
  }

  async function openSealed(passphrase: string): Promise<void> {
    if (link === null || link.sealed === null || step.kind !== 'import') return;
    const isCurrent = takeTurn();
    setSealed({ kind: 'opening' });
    const next = await openLinkSecrets(step, link.text, link.sealed, passphrase);
    if (!isCurrent()) return;
    setSealed(next.sealed);
    setStep(next.reading);
  }

  function show(next: ImportStep): void {
    setStep(next);
    setStale(false);
  }

  function start(next: readonly File[]): void {
    setFiles(next);
    show({ kind: 'reading' });
    read(next, null);
  }

  function read(next: readonly File[], environment: string | null): void {
    end.current();
    end.current = readInWorker({ files: next, environment }, show);
  }

  async function readLink(fragment: string): Promise<void> {
    const isCurrent = takeTurn();
    dropLink();
    setFileNames([LINK_NAME]);
    show({ kind: 'reading' });
    try {
      const found = await readProfileLink(fragment);
      if (!isCurrent()) return;
      setLink(found);
      if (found.sealed !== null) setSealed({ kind: 'shut' });
      start([new File([found.text], LINK_NAME)]);
    } catch (error) {
      if (isCurrent()) show({ kind: 'problem', message: sentenceOf(error) });
    }
  }

  return {
    step,
    sealed: step.kind === 'import' ? sealed : NO_SEALED_PART,
    openSealed: (passphrase) => void openSealed(passphrase),
    isStale,
    fileNames,
    readText(text) {
      end.current();
      dropLink();
      setFileNames([]);
      if (text.trim() === '') show({ kind: 'nothing' });
      else if (looksLikeDocument(text)) start([new File([text], '')]);
      else show(readPaste(text, newId));
    },
    readFiles(chosen) {
      dropLink();
      setFileNames(chosen.map(({ name }) => name));
      start(chosen);
    },
    readLink: (fragment) => void readLink(fragment),
    // What is shown stays until then, and with it the focus on the choice.
    chooseEnvironment(name) {
      setStale(true);
      read(files, name);
    },
    cancel() {
      end.current();
      dropLink();
      show({ kind: 'nothing' });
      setFileNames([]);
    },
  };
}

/** What was read, with what could be opened of the values beside it. */
async function openLinkSecrets(
  reading: ReadImport,
  context: string,
  sealed: string,
  passphrase: string,
): Promise<{ readonly sealed: SealedPart; readonly reading: ReadImport }> {
  try {
    const { open } = await SEALING.load();
    const values = parseLinkSecrets(await open(sealed, passphrase, context));
    if (values === null) return { sealed: { kind: 'failed', message: NO_SECRETS }, reading };
    const { reading: opened, ...rest } = withLinkSecrets(reading, values);
    return { sealed: { kind: 'opened', ...rest }, reading: opened };
  } catch (error) {
    return { sealed: { kind: 'failed', message: sentenceOf(error) }, reading };
  }
}

const NO_SECRETS = 'The passphrase is right, but what it opens are no secrets of a profile.';

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
