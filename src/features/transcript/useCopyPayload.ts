import { useEffect, useRef, useState } from 'react';
import { writePayload } from '#domain/payload/writePayload.ts';
import type { CopyForm } from '#domain/payload/writePayload.ts';
import { useStores } from '../stores/StoresContext.ts';
import { MAX_DIRECT_BYTES } from './entryReading.ts';
import type { EntryReading } from './entryReading.ts';

/** A copy under way. */
export interface Copying {
  readonly form: CopyForm;
  readonly cancel: () => void;
}

export interface PayloadCopier {
  readonly copying: Copying | null;
  readonly copy: (form: CopyForm) => void;
}

export const COPY_FORM_NAMES: Readonly<Record<CopyForm, string>> = {
  text: 'text',
  json: 'indented JSON',
  base64: 'base64',
  hex: 'hex',
};

/** Copies a payload, its text as it is shown; a large one is written in a thread of its own meanwhile. */
export function useCopyPayload(payload: Uint8Array, { text }: Pick<EntryReading, 'text'>): PayloadCopier {
  const { payloads, notices } = useStores();
  const [copying, setCopying] = useState<Copying | null>(null);
  const cancel = useRef(() => {});
  useEffect(() => () => cancel.current(), []);

  const write = async (form: CopyForm): Promise<Blob> => {
    if (form === 'text' && text !== null) return new Blob([text], { type: 'text/plain' });
    if (payload.byteLength <= MAX_DIRECT_BYTES)
      return new Blob([writePayload(new Uint8Array(payload), form)], { type: 'text/plain' });
    const open = await payloads.load();
    const reader = open(payload, () => {});
    cancel.current = () => reader.dispose();
    try {
      return await reader.write(form);
    } finally {
      reader.dispose();
    }
  };
  const copy = async (form: CopyForm): Promise<void> => {
    const { show } = notices.getState().actions;
    cancel.current();
    let isCancelled = false;
    const writing = write(form);
    setCopying({
      form,
      cancel() {
        isCancelled = true;
        cancel.current();
      },
    });
    // Asked for at the click, while the browser still knows of it: what is copied may come later.
    const outcome = await putIntoClipboard(writing);
    setCopying(null);
    if (isCancelled) return;
    show(outcome === null ? `Copied as ${COPY_FORM_NAMES[form]}.` : outcome);
  };
  return { copying, copy: (form) => void copy(form) };
}

/** Answers with what went wrong, as a sentence. */
async function putIntoClipboard(writing: Promise<Blob>): Promise<string | null> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': writing })]);
    return null;
  } catch {
    // Either it could not be written, which says why, or the browser refuses, without permission or focus.
    return writing.then(
      () => 'The browser did not allow copying. Select the text and copy it by hand.',
      (error: Error) => error.message,
    );
  }
}
