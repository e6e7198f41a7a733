import { useEffect, useRef, useState } from 'react';
import { looksLikeDocument } from '#domain/profile/import/looksLikeDocument.ts';
import type { ImportReading } from '#domain/profile/import/readImport.ts';
import { readPaste } from '#domain/profile/readPaste.ts';
import type { PasteReading } from '#domain/profile/readPaste.ts';
import { newId } from '../stores/newId.ts';
import { readProfileLink } from './profileLink.ts';
import { readInWorker } from './readInWorker.ts';

export type ImportStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | PasteReading
  | ImportReading;

export interface ImportInput {
  readonly step: ImportStep;
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

const NO_FILES: readonly File[] = [];

/** What was understood of what the person pasted, chose or dropped. What comes later takes its place. */
export function useImportReading(): ImportInput {
  const [step, setStep] = useState<ImportStep>({ kind: 'nothing' });
  const [isStale, setStale] = useState(false);
  const [files, setFiles] = useState(NO_FILES);
  const [fileNames, setFileNames] = useState<readonly string[]>([]);
  const end = useRef(() => {});
  useEffect(() => () => end.current(), []);

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

  return {
    step,
    isStale,
    fileNames,
    readText(text) {
      end.current();
      setFileNames([]);
      if (text.trim() === '') show({ kind: 'nothing' });
      else if (looksLikeDocument(text)) start([new File([text], '')]);
      else show(readPaste(text, newId));
    },
    readFiles(chosen) {
      setFileNames(chosen.map(({ name }) => name));
      start(chosen);
    },
    readLink(fragment) {
      setFileNames([LINK_NAME]);
      show({ kind: 'reading' });
      void readProfileLink(fragment).then(
        (text) => start([new File([text], LINK_NAME)]),
        (error: unknown) => show({ kind: 'problem', message: sentenceOf(error) }),
      );
    },
    // What is shown stays until then, and with it the focus on the choice.
    chooseEnvironment(name) {
      setStale(true);
      read(files, name);
    },
    cancel() {
      end.current();
      show({ kind: 'nothing' });
      setFileNames([]);
    },
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
