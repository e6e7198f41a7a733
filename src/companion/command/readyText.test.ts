import { describe, expect, it } from 'vitest';
import { readyText } from './readyText.ts';

const ready = { url: 'http://127.0.0.1:4100/', tokenUrl: 'http://127.0.0.1:4100/#token=abc', port: 4100 };

describe('readyText', () => {
  it('tells where the page and the gateways are', () => {
    const gateways = [
      { name: 'Azure API Management', baseUrl: 'ws://127.0.0.1:4110' },
      { name: 'Apigee', baseUrl: 'ws://127.0.0.1:4111' },
    ];
    expect(readyText({ ...ready, gateways })).toBe(`
  Postern is ready: http://127.0.0.1:4100/#token=abc
  Open this address once; from then on the browser knows it without the token.

  Local gateways
    Azure API Management  ws://127.0.0.1:4110
    Apigee                ws://127.0.0.1:4111

  Ctrl-C stops it.
`);
  });

  it('says nothing of gateways when there are none', () => {
    expect(readyText({ ...ready, gateways: [] })).not.toContain('gateways');
  });
});
