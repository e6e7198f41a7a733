import type { NoticesStore } from '#state/noticesStore.ts';

/** What browsers say of an `import()` whose module does not come: Chromium and Firefox, then Safari, then Vite of styles. */
const MISSING_PART = /dynamically imported module|importing a module|preload CSS/i;

/** Says so where what the person asked for needs code that cannot be had, and nothing nearer has said it. */
export function tellMissingPart(target: Pick<Window, 'addEventListener'>, notices: NoticesStore): void {
  target.addEventListener('unhandledrejection', (event) => {
    if (!MISSING_PART.test(String(event.reason))) return;
    event.preventDefault();
    notices
      .getState()
      .actions.show(
        'That did not work: a part of Postern could not be fetched, because its server has gone. Start it again (npm start) and try once more.',
      );
  });
}
