import chrome from './recordings/chrome.har?raw';
import chromeSanitized from './recordings/chromeSanitized.har?raw';
import firefox from './recordings/firefox.har?raw';
import playwright from './recordings/playwright.har?raw';

/**
 * HAR files that browsers wrote while a page talked to a local Azure API Management (`npm run gateways`), to a chat and to
 * servers that misbehave; every key, cookie and token in them is local. Each was cut to some of its entries, and those are
 * byte for byte as they were written.
 *
 * What they have of one and the same conversation: an echo of text, non-ASCII text and binary, whose client closes; the
 * same with a wrong key, which is answered with 401; two chats at one URL, which the server closes with 4001; fragments,
 * empty messages and a connection that is cut; an opcode that does not exist; a WebSocket over HTTP/2; a port where nobody
 * listens; a handshake that is never answered.
 */

/**
 * What “Export HAR (with sensitive data)” of the Network panel of Chromium 156.0.8078.108 wrote, in a browser with a window:
 * the panel's own export (`exportAll`), called in DevTools over its protocol.
 */
export const CHROME_RECORDING = chrome;

/** “Export HAR (sanitized)” of that same session, in the same way: it lacks cookies and the header Authorization, and has the keys of URLs. */
export const CHROME_SANITIZED_RECORDING = chromeSanitized;

/** What `recordHar` of Playwright 1.65.1 wrote with that same Chromium. */
export const PLAYWRIGHT_RECORDING = playwright;

/** What the Network panel of Firefox 153.8.0 ESR wrote by itself (`devtools.netmonitor.har.enableAutoExportToFile`). */
export const FIREFOX_RECORDING = firefox;
