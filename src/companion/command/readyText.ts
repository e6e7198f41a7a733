import type { LocalGateway } from '#domain/gateway/localGateway.ts';

/** What a started Postern says of itself. */
export interface Ready {
  /** For example `http://127.0.0.1:4100/`. */
  readonly url: string;
  /** The same with the token in its fragment: opens a session in the browser that visits it. */
  readonly tokenUrl: string;
  readonly port: number;
  readonly gateways: readonly Pick<LocalGateway, 'name' | 'baseUrl'>[];
}

/** For the terminal. */
export function readyText({ tokenUrl, gateways }: Ready): string {
  const width = Math.max(0, ...gateways.map(({ name }) => name.length));
  const rows = gateways.map(({ name, baseUrl }) => `    ${name.padEnd(width)}  ${baseUrl}`);
  return [
    '',
    `  Postern is ready: ${tokenUrl}`,
    '  Open this address once; from then on the browser knows it without the token.',
    ...(rows.length === 0 ? [] : ['', '  Local gateways', ...rows]),
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}

/** For programs: one line. */
export function readyJson({ url, tokenUrl, port, gateways }: Ready): string {
  return JSON.stringify({
    url,
    tokenUrl,
    port,
    gateways: gateways.map(({ name, baseUrl }) => ({ name, baseUrl })),
  });
}
