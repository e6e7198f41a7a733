import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Tab } from './tab.ts';

/** What a person does with Postern's page, found by the names that they see (design.md section 7). */
export type Transport = 'companion' | 'browser';

export async function openPostern(tab: Tab, tokenUrl: string): Promise<void> {
  await tab.goTo(tokenUrl);
  await tab.call(waitForName, 'Gateway URL');
}

export async function connectPostern(tab: Tab, transport: Transport, url: string): Promise<void> {
  await fill(tab, 'Gateway URL', url);
  await tab.call(choose, 'Transport', transport);
  await tab.call(click, 'Connect');
  await tab.call(waitForStatus, 'Open');
}

export async function fill(tab: Tab, name: string, text: string): Promise<void> {
  await tab.call(focusAndSelect, name);
  await tab.type(text);
}

export async function focus(tab: Tab, name: string): Promise<void> {
  await tab.call(focusAndSelect, name);
}

export async function press(tab: Tab, name: string): Promise<void> {
  await tab.call(click, name);
}

/** Resolves in the frame in which the line under the log says so many. */
export async function untilReceived(tab: Tab, count: number): Promise<void> {
  await tab.call(waitForReceived, count);
}

/** Hands each line of the log's export to `take`. */
export async function readExport(tab: Tab, folder: string, take: (line: string) => void): Promise<void> {
  const { done } = await tab.downloadInto(folder);
  await press(tab, 'Export the log');
  await tab.call(submitExport);
  const file = join(folder, await done);
  for await (const line of createInterface({ input: createReadStream(file) })) take(line);
  await rm(file);
}

/** Between the key or the click that leads to a field and the first letter there, ms: quicker is nobody. */
const FOCUS_TO_LETTER_MS = 300;

/** From the last letter of the search to the frame in which its one match, the newest of all, is counted, ms. */
export async function timeSearch(tab: Tab, text: string): Promise<number> {
  await tab.call(focusAndSelect, 'Search messages');
  await setTimeout(FOCUS_TO_LETTER_MS);
  // Before it is typed: input takes a shorter way into the page than calls do.
  await tab.call(noteNextInput);
  await tab.type(text);
  const ms = await tab.call(timeToOneMatch);
  await tab.call(focusAndSelect, 'Search messages');
  await tab.erase();
  await tab.call(waitForAllShown);
  return ms;
}

/** From a drag of the scrollbar, to this part of the whole, to the frame that shows the rows there, ms. */
export async function timeJump(tab: Tab, part: number, count: number): Promise<number> {
  return await tab.call(timeToRowsAt, part, count);
}

// What follows runs in the page.

function waitForName(name: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(`[aria-label="${name}"]`) === null) requestAnimationFrame(look);
      else resolve();
    };
    look();
  });
}

/** As a download, whatever its size: nobody is there to choose a file. */
function submitExport(): Promise<void> {
  Object.assign(window, { showSaveFilePicker: undefined });
  return new Promise((resolve) => {
    const look = (): void => {
      const form = document.querySelector<HTMLFormElement>('[role=dialog] form');
      if (form === null) {
        requestAnimationFrame(look);
        return;
      }
      form.requestSubmit();
      resolve();
    };
    look();
  });
}

function waitForStatus(word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const text = document.querySelector('output[aria-label="Connection"]')?.textContent ?? '';
      if (text.startsWith(word)) resolve();
      else if (/^(Failed|Closed)/.test(text)) reject(new Error(`The connection is ${text}`));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function waitForReceived(count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let line: Element | undefined;
    const look = (): void => {
      if (line?.isConnected !== true) {
        line = [...document.querySelectorAll('p span')].find(({ textContent }) =>
          textContent.endsWith(' received'),
        );
      }
      const received = Number((line?.textContent ?? '').replaceAll(/\D/g, ''));
      if (received > count) reject(new Error(`${received} messages have come in where ${count} were sent.`));
      else if (received === count) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

function focusAndSelect(name: string): void {
  const field = document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`);
  if (field === null) throw new Error(`There is no field ${name}.`);
  field.focus();
  field.select();
}

function choose(name: string, value: string): void {
  const field = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
  if (field === null) throw new Error(`There is no choice ${name}.`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function click(name: string): void {
  const buttons = [...document.querySelectorAll('button')];
  const button =
    buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name) ??
    // Its keys may stand behind the word.
    buttons.find(({ textContent }) => textContent.startsWith(name));
  if (button === undefined) throw new Error(`There is no button ${name}.`);
  button.click();
}

declare global {
  var benchInputAt: number | undefined;
}

function noteNextInput(): void {
  globalThis.benchInputAt = undefined;
  const note = ({ timeStamp }: Event): void => {
    globalThis.benchInputAt = timeStamp;
  };
  document.addEventListener('input', note, { capture: true, once: true });
}

function timeToOneMatch(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const texts = [...document.querySelectorAll('p span')].map(({ textContent }) => textContent);
      const isFound = texts.some((text) => /^1 of .* shown$/.test(text));
      const { benchInputAt } = globalThis;
      if (isFound && benchInputAt !== undefined) resolve(performance.now() - benchInputAt);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function waitForAllShown(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const texts = [...document.querySelectorAll('p span')].map(({ textContent }) => textContent);
      const rows = document.querySelectorAll('[role="log"] [data-sequence]');
      if (rows.length > 1 && !texts.some((text) => text.endsWith(' shown'))) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

function timeToRowsAt(part: number, count: number): Promise<number> {
  const log = document.querySelector<HTMLElement>('[role="log"]');
  if (log === null) throw new Error('There is no log.');
  // The scrollbar is a number of pixels, so it aims no closer than this at one of many entries.
  const toleratedMiss = Math.max(100, count / 100);
  const isThere = (): boolean => {
    const { top, bottom } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll<HTMLElement>('[data-sequence]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    const isRight = (row: HTMLElement): boolean =>
      Math.abs(Number(row.dataset['sequence']) - part * count) < toleratedMiss;
    return rows.length >= Math.floor(log.clientHeight / 24) && rows.every(isRight);
  };
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const target = part * (log.scrollHeight - log.clientHeight);
    // Again in each frame, as a hand on the scrollbar does: a log that follows its newest row scrolls itself too.
    const look = (): void => {
      if (isThere()) return resolve(performance.now() - startedAt);
      log.scrollTop = target;
      requestAnimationFrame(look);
    };
    look();
  });
}
