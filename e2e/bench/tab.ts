import type { Cdp } from './cdp.ts';
import { Target } from './target.ts';

/**
 * Whose storage a page has: the browser's own, on disk, as a person's; or that of a window that has never been anywhere,
 * which Chromium keeps in the memory of another process.
 */
export type TabKind = 'usual' | 'new';

/** A page. What it leaves behind goes when it is closed. */
export class Tab extends Target {
  readonly #contextId: string | undefined;
  readonly #targetId: string;

  private constructor(cdp: Cdp, sessionId: string, contextId: string | undefined, targetId: string) {
    super(cdp, sessionId);
    this.#contextId = contextId;
    this.#targetId = targetId;
  }

  static async open(cdp: Cdp, kind: TabKind = 'usual'): Promise<Tab> {
    const context =
      kind === 'new' ? await cdp.send<{ browserContextId: string }>('Target.createBrowserContext') : null;
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      // Only a window of its own takes a size.
      newWindow: true,
      width: 1280,
      height: 800,
      ...context,
    });
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return new Tab(cdp, sessionId, context?.browserContextId, targetId);
  }

  /** Of the page and of its workers. */
  async collectGarbage(): Promise<void> {
    const collected: Promise<unknown>[] = [this.send('HeapProfiler.collectGarbage')];
    const stop = this.cdp.on('Target.attachedToTarget', ({ sessionId }: { sessionId: string }, parent) => {
      if (parent === this.sessionId)
        collected.push(new Target(this.cdp, sessionId).send('HeapProfiler.collectGarbage'));
    });
    // Answers once it has told of the workers that there are.
    await this.#attachToWorkers(false);
    await Promise.all(collected);
    stop();
    await this.#detachFromWorkers();
  }

  async goTo(url: string): Promise<void> {
    await this.send('Page.enable');
    const loaded = new Promise<void>((resolve) => {
      const stop = this.cdp.on('Page.loadEventFired', (_params, sessionId) => {
        if (sessionId !== this.sessionId) return;
        stop();
        resolve();
      });
    });
    await this.send('Page.navigate', { url });
    await loaded;
    await this.send('Page.disable');
  }

  /** Types into what has the focus, in place of what is selected. */
  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  /** Removes what is selected. */
  async erase(): Promise<void> {
    const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** Presses and releases a key that writes a letter. */
  async press(letter: string): Promise<void> {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
  }

  /** The first worker that the page makes from now on. Whatever it does waits for `begin`. */
  async nextWorker(begin: (worker: Target) => Promise<void>): Promise<Target> {
    const attached = new Promise<Target>((resolve, reject) => {
      const stop = this.cdp.on('Target.attachedToTarget', (params: { sessionId: string }, sessionId) => {
        if (sessionId !== this.sessionId) return;
        stop();
        const worker = new Target(this.cdp, params.sessionId);
        begin(worker)
          .then(() => worker.send('Runtime.runIfWaitingForDebugger'))
          .then(() => resolve(worker), reject);
      });
    });
    await this.#attachToWorkers(true);
    return await attached;
  }

  /** Lets the browser keep the next file that the page hands out, in `folder`. */
  async downloadInto(folder: string): Promise<Download> {
    const done = new Promise<string>((resolve, reject) => {
      const stop = this.cdp.on('Browser.downloadProgress', (params: { guid: string; state: string }) => {
        if (params.state === 'inProgress') return;
        stop();
        if (params.state === 'completed') resolve(params.guid);
        else reject(new Error('The download was broken off.'));
      });
    });
    await this.cdp.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      ...(this.#contextId === undefined ? {} : { browserContextId: this.#contextId }),
      downloadPath: folder,
      eventsEnabled: true,
    });
    return { done };
  }

  async close(): Promise<void> {
    const origin = await this.call(() => location.origin);
    // Its own workers would go on writing.
    await this.goTo('about:blank');
    if (origin !== 'null') await this.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await this.cdp.send('Target.closeTarget', { targetId: this.#targetId });
    if (this.#contextId === undefined) return;
    await this.cdp.send('Target.disposeBrowserContext', { browserContextId: this.#contextId });
  }

  async #attachToWorkers(waitForDebuggerOnStart: boolean): Promise<void> {
    await this.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart, flatten: true });
  }

  async #detachFromWorkers(): Promise<void> {
    await this.send('Target.setAutoAttach', {
      autoAttach: false,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
  }
}

export interface Download {
  /** Resolves with the file's name. */
  readonly done: Promise<string>;
}
