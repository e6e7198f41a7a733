import type { CatalogueAnswer } from '#domain/profile/catalogue/catalogueAnswer.ts';
import { MAX_CATALOGUE_BYTES } from '#domain/profile/catalogue/catalogueLimits.ts';

/** For all of a file from the page's own site, ms. */
const FILE_LIMIT_MS = 30_000;

/** Asks the page's own site for a file. Rejects only when `signal` is aborted. */
export async function fetchOwnFile(url: string, signal: AbortSignal): Promise<CatalogueAnswer> {
  const limit = AbortSignal.timeout(FILE_LIMIT_MS);
  try {
    const response = await fetch(url, {
      // A redirect to another site is an error.
      mode: 'same-origin',
      cache: 'no-cache',
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, limit]),
    });
    const mediaType =
      (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (!response.ok) return { kind: 'answered', status: response.status, mediaType, text: '' };
    const text = await readText(response);
    if (text === null) return failed(`The file is larger than ${MAX_CATALOGUE_BYTES / 1024 / 1024} MiB.`);
    return { kind: 'answered', status: response.status, mediaType, text };
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(
      limit.aborted
        ? `The site of this page did not give the file within ${FILE_LIMIT_MS / 1000} s.`
        : 'The site of this page cannot be reached, or sends on to another one.',
    );
  }
}

/** `null` for one that is too large; what is beyond is not read. */
async function readText({ body }: Response): Promise<string | null> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > MAX_CATALOGUE_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function failed(message: string): CatalogueAnswer {
  return { kind: 'failed', message };
}
