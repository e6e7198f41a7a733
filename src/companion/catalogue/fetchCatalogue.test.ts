import { describe, expect, it } from 'vitest';
import { createTargetPolicy } from '../guard/targetPolicy.ts';
import { serveCatalogue } from '../testing/serveCatalogue.ts';
import { fetchCatalogue, type FetchCatalogueOptions } from './fetchCatalogue.ts';

const FILE = '{"format":"postern-profiles","version":2,"profiles":[]}';

function ask(url: string, options: Partial<FetchCatalogueOptions> = {}) {
  return fetchCatalogue(url, {
    signal: new AbortController().signal,
    policy: () => null,
    userAgent: 'Postern/test',
    ...options,
  });
}

describe('fetchCatalogue', () => {
  it('asks as nobody in particular, and hands back the text as it is', async () => {
    const site = await serveCatalogue(() => ({
      headers: { 'content-type': 'Application/JSON; charset=utf-8', 'set-cookie': 'a=b' },
      body: `${FILE} ü`,
    }));
    expect(await ask(`${site.url}?v=1`)).toEqual({
      kind: 'answered',
      status: 200,
      mediaType: 'application/json',
      text: `${FILE} ü`,
    });
    expect(site.calls).toEqual([
      {
        path: '/team.json?v=1',
        headers: {
          host: `127.0.0.1:${site.port}`,
          'user-agent': 'Postern/test',
          accept: 'application/json',
          'accept-encoding': 'identity',
          connection: 'close',
        },
      },
    ]);
  });

  it('tells the status of a refusal, without its text', async () => {
    const site = await serveCatalogue(() => ({ status: 404, body: 'No such file, hunter2' }));
    expect(await ask(site.url)).toEqual({
      kind: 'answered',
      status: 404,
      mediaType: 'application/json',
      text: '',
    });
  });

  it('follows redirects on the same host, and says when they do not end', async () => {
    const site = await serveCatalogue((path) =>
      path === '/team.json' ? { status: 302, headers: { location: '/here.json' }, body: '' } : { body: FILE },
    );
    expect(await ask(site.url)).toMatchObject({ kind: 'answered', text: FILE });
    const round = await serveCatalogue(() => ({ status: 302, headers: { location: '/' }, body: '' }));
    expect(await ask(round.url)).toEqual({
      kind: 'failed',
      message: `127.0.0.1:${round.port} sends on from one address to the next without end.`,
    });
    expect(round.calls).toHaveLength(6);
  });

  it('is not sent on by one host to another of this machine or its network', async () => {
    const inner = await serveCatalogue(() => ({ body: FILE }));
    const site = await serveCatalogue(() => ({ status: 307, headers: { location: inner.url }, body: '' }));
    const named = site.url.replace('127.0.0.1', 'localhost');
    expect(await ask(named)).toEqual({
      kind: 'failed',
      message: expect.stringContaining('localhost sends on to 127.0.0.1, an address of this machine'),
    });
    expect(inner.calls).toEqual([]);
  });

  it('dials nothing that the policy forbids', async () => {
    const site = await serveCatalogue(() => ({ body: FILE }));
    const answer = await ask(site.url, { policy: createTargetPolicy('0.0.0.0', []) });
    expect(answer).toEqual({ kind: 'failed', message: expect.stringContaining('--allow-target 127.0.0.1') });
    expect(site.calls).toEqual([]);
  });

  it.each([
    ['ftp://example.org/team.json', 'ftp:'],
    ['file:///etc/passwd', 'file:'],
    ['team.json', ''],
  ])('asks nothing at %s', async (url) => {
    expect(await ask(url)).toEqual({
      kind: 'failed',
      message: expect.stringContaining('The address after ?profiles= is an https:// URL.'),
    });
  });

  it('goes on to no other scheme', async () => {
    const site = await serveCatalogue(() => ({
      status: 301,
      headers: { location: 'file:///etc/passwd' },
      body: '',
    }));
    expect(await ask(site.url)).toEqual({
      kind: 'failed',
      message: `127.0.0.1:${site.port} sends on to an address that is no https: URL.`,
    });
  });

  it.each([
    ['says that it has', { 'content-length': String(5 * 1024 * 1024) }],
    ['has', {}],
  ])('takes no file that %s more than its limit', async (_how, headers) => {
    const site = await serveCatalogue(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      response.write(Buffer.alloc(5 * 1024 * 1024, ' '));
    });
    expect(await ask(site.url)).toEqual({
      kind: 'failed',
      message: expect.stringContaining('larger than 4 MiB'),
    });
  });

  it('takes nothing that is compressed, or that ends before its end', async () => {
    const packed = await serveCatalogue(() => ({ headers: { 'content-encoding': 'gzip' }, body: FILE }));
    expect(await ask(packed.url)).toMatchObject({ message: expect.stringContaining('compressed') });
    const cut = await serveCatalogue(() => (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(FILE, () => response.destroy());
    });
    expect(await ask(cut.url)).toMatchObject({
      message: expect.stringContaining('lost before all of the file'),
    });
  });

  it('gives up when the file does not come in time, and says who has not answered', async () => {
    const site = await serveCatalogue(() => (response) => response.write(' '));
    expect(await ask(site.url, { totalMs: 200 })).toEqual({
      kind: 'failed',
      message: `127.0.0.1:${site.port} did not give the file within 0.2 s.`,
    });
  });

  it('says that nothing listens there', async () => {
    expect(await ask('http://127.0.0.1:1/')).toEqual({
      kind: 'failed',
      message: 'Nothing listens at 127.0.0.1:1: the connection was refused.',
    });
  });
});
