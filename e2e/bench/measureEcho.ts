import { connectBare, echoBare } from './barePage.ts';
import { ECHO_ASK, ECHO_GOT } from './echo.ts';
import type { Taker } from './options.ts';
import { connectPostern, fill, openPostern, press } from './postern.ts';
import { percentileOfTicks } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';
import { Tab } from './tab.ts';
import type { Target } from './target.ts';

/** Round trips of 200-byte messages, one after another, ms. */
export interface EchoResult {
  readonly p50: number;
  readonly p99: number;
}

/** Chromium's clock in a page that is not isolated. */
const TICK_MS = 0.1;
const MESSAGE = `{"say":"${ECHO_ASK}","t":"${'x'.repeat(175)}"}`;

export async function measureEcho(
  surroundings: Surroundings,
  taker: Taker,
  rounds: number,
): Promise<EchoResult> {
  const tab = await Tab.open(surroundings.chromium.cdp);
  try {
    const times =
      taker === 'bare'
        ? await echoOfBare(surroundings, tab, rounds)
        : await echoOfPostern(surroundings, tab, taker, rounds);
    return { p50: percentileOfTicks(times, 50, TICK_MS), p99: percentileOfTicks(times, 99, TICK_MS) };
  } finally {
    await tab.close();
  }
}

async function echoOfBare(
  { bare, firehose }: Surroundings,
  tab: Tab,
  rounds: number,
): Promise<readonly number[]> {
  await tab.goTo(bare.url);
  await connectBare(tab, `ws://${firehose.host}/echo`);
  return await echoBare(tab, MESSAGE, rounds);
}

/**
 * Sends a message as a person does, then has the engine's own socket send the very same bytes again and again. Measured
 * in the worker, from the call of `send` until the engine has stored the answer.
 */
async function echoOfPostern(
  { firehose, postern }: Surroundings,
  tab: Tab,
  taker: Exclude<Taker, 'bare'>,
  rounds: number,
): Promise<readonly number[]> {
  await openPostern(tab, postern.tokenUrl);
  const engine = tab.nextWorker(watchSockets);
  await connectPostern(tab, taker, `ws://${firehose.host}/echo`);
  await fill(tab, 'Message', MESSAGE);
  await press(tab, 'Send');
  return await (await engine).call(repeatLastSend, rounds);
}

async function watchSockets(worker: Target): Promise<void> {
  await worker.call(installSendWatch, ECHO_ASK, ECHO_GOT);
}

declare global {
  var benchRepeat: ((rounds: number) => Promise<readonly number[]>) | undefined;
}

/** Runs in the worker, before anything else does. */
function installSendWatch(ask: string, got: string): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with each socket below
  const { send } = WebSocket.prototype;
  const latin1 = new TextDecoder('latin1');
  const textOf = (data: unknown): string => {
    if (typeof data === 'string') return data;
    return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? latin1.decode(data) : '';
  };
  WebSocket.prototype.send = function (data: Parameters<typeof send>[0]): void {
    send.call(this, data);
    if (!textOf(data).includes(ask)) return;
    WebSocket.prototype.send = send;
    let onAnswer: (() => void) | null = null;
    // Behind the engine's own listener, so that it has stored the message by now.
    const first = new Promise<void>((resolve) => (onAnswer = resolve));
    this.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (textOf(event.data).includes(got)) onAnswer?.();
    });
    globalThis.benchRepeat = async (rounds) => {
      await first;
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = performance.now();
        // One after another is what is measured.
        await new Promise<void>((resolve) => {
          onAnswer = resolve;
          send.call(this, data);
        });
        times.push(performance.now() - startedAt);
      }
      return times;
    };
  };
}

/** Runs in the worker. */
async function repeatLastSend(rounds: number): Promise<readonly number[]> {
  while (globalThis.benchRepeat === undefined) {
    // The page's click is still on its way.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return await globalThis.benchRepeat(rounds);
}
