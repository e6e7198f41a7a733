import { warnOfBindHost } from '../guard/bindAddress.ts';
import type { OpenCompanion } from '../openCompanion.ts';
import { isPersonThere, openBrowser } from './openBrowser.ts';
import type { ServeOptions } from './options.ts';
import { readyJson, readyText } from './readyText.ts';

/** Says that the server at `url` is ready, and opens the browser for the person who started it. */
export function announce(url: string, opened: OpenCompanion, options: ServeOptions): void {
  const warning = warnOfBindHost(options.host);
  if (warning !== null) console.error(warning);

  const port = Number(new URL(url).port);
  if (options.port !== 0 && port !== options.port) {
    console.error(`Port ${options.port} is taken; using ${port}.`);
  }
  const ready = { url, tokenUrl: opened.tokenUrl(url), port, gateways: opened.gateways };
  console.log(options.printsJson ? readyJson(ready) : readyText(ready));
  if (options.opensBrowser && !options.printsJson && isPersonThere(process.stdout, process.env)) {
    openBrowser(opened.oneTimeUrl(url));
  }
}
