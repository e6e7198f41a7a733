import { useEffect, useState } from 'react';
import type { PayloadReader } from '#domain/payload/payloadReader.ts';
import { useStores } from '../stores/StoresContext.ts';

export type PayloadReading<Value> =
  | { readonly kind: 'reading'; readonly done: number; readonly cancel: () => void }
  | { readonly kind: 'read'; readonly value: Value }
  /** `message` is `null` when the person cancelled it. */
  | { readonly kind: 'failed'; readonly message: string | null; readonly retry: () => void };

type State<Value> =
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'failed'; readonly message: string | null };

const BEGINNING = { kind: 'reading', done: 0 } as const;

/**
 * Has a payload read in a thread of its own, which goes on answering for what it has read as long as this is shown.
 * `ask` has to stay the same function for the same question.
 */
export function usePayload<Value>(
  payload: Uint8Array,
  ask: (reader: PayloadReader) => Promise<Value>,
): PayloadReading<Value> {
  const { payloads } = useStores();
  const [state, setState] = useState<State<Value>>(BEGINNING);
  const [attempt, setAttempt] = useState({ isCancelled: false });
  useEffect(() => {
    if (attempt.isCancelled) return undefined;
    let isShown = true;
    let reader: PayloadReader | null = null;
    const show = (state: State<Value>) => {
      if (isShown) setState(state);
    };
    const read = async () => {
      show(BEGINNING);
      try {
        const open = await payloads.load();
        if (!isShown) return;
        reader = open(payload, (done) => {
          setState((state) => (isShown && state.kind === 'reading' ? { kind: 'reading', done } : state));
        });
        show({ kind: 'read', value: await ask(reader) });
      } catch (error) {
        show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    void read();
    return () => {
      isShown = false;
      reader?.dispose();
    };
  }, [payloads, payload, ask, attempt]);

  const retry = () => setAttempt({ isCancelled: false });
  if (attempt.isCancelled) return { kind: 'failed', message: null, retry };
  if (state.kind === 'failed') return { ...state, retry };
  if (state.kind === 'read') return state;
  return { ...state, cancel: () => setAttempt({ isCancelled: true }) };
}
