import { spawn } from 'node:child_process';

/** What opens a URL with the person's browser, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>>> = {
  darwin: ['open'],
  // The empty argument is the window's title, which `start` takes first.
  win32: ['cmd', '/c', 'start', ''],
};
const OTHER_OPENER = ['xdg-open'] as const;

/** Only for a person: with a terminal in front of them, and not in a build. */
export function isPersonThere(stdout: { readonly isTTY?: boolean }, variables: NodeJS.ProcessEnv): boolean {
  return stdout.isTTY === true && (variables['CI'] ?? '') === '';
}

/** Opens `url`, which must hold no secret: other users of the machine can read the arguments of processes. */
export function openBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? OTHER_OPENER;
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // No such program, as on a server without a desktop: the URL is printed, and a person can open it.
  opener.on('error', () => undefined);
  opener.unref();
}
