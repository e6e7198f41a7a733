import { createHash } from 'node:crypto';
import { access, constants, open, stat } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import { readProfilesText } from '#domain/profile/file/readProfilesText.ts';
import type { ProfilesFileSaveAnswer } from '#wire/companionApi.ts';
import { parseProfilesFileSave } from '#wire/parseCompanionApi.ts';
import { errorCodeOf } from '../errorCodeOf.ts';
import type { ProfilesFileAccess } from '../server/companion.ts';
import { RequestProblem, requestInvalid } from '../server/requestProblem.ts';
import { MAX_PROFILES_FILE_BYTES } from './limits.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * A file changed twice within the clock's grain looks unchanged: for so long after a change, ms, it is read and not only
 * looked at. Two seconds is the grain of the coarsest file system.
 */
const GRAIN_MS = 2_000;

interface ReadFile {
  readonly text: string;
  readonly revision: string;
  /** `null` when there is none. */
  readonly mode: number | null;
}

/** Reads and writes `path`, and nothing else ever. `name` is what the person knows it by. */
export function createProfilesFile(path: string, name: string): ProfilesFileAccess {
  /** What the file looked like when it was of this revision. */
  let seen: { readonly look: string; readonly revision: string } | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function readText(): Promise<ReadFile> {
    const found = await readBytes(path);
    if (found === null) return { text: '', revision: revisionOf(new Uint8Array()), mode: null };
    const { bytes, stats } = found;
    const revision = revisionOf(bytes);
    const isSettled = Date.now() - Number(stats.mtimeMs) > GRAIN_MS;
    seen = isSettled ? { look: lookOf(stats), revision } : null;
    return { text: decode(bytes), revision, mode: Number(stats.mode) & 0o777 };
  }

  async function isStill(known: string): Promise<boolean> {
    if (seen?.revision !== known) return false;
    const stats = await stat(path, { bigint: true }).catch(() => null);
    return stats !== null && lookOf(stats) === seen.look;
  }

  async function save(text: string, expectedRevision: string): Promise<ProfilesFileSaveAnswer> {
    if (Buffer.byteLength(text) > MAX_PROFILES_FILE_BYTES) throw new RequestProblem(TOO_LARGE);
    if (readProfilesText(text).problems.length > 0 || text.trim() === '') {
      throw requestInvalid('What was to be saved is not a whole file of profiles, so nothing was written.');
    }
    const now = await readText();
    if (now.revision !== expectedRevision) {
      return { kind: 'changed', file: { name, text: now.text, revision: now.revision } };
    }
    if (readProfilesText(now.text).problems.length > 0) throw new RequestProblem(BROKEN);
    if (now.mode !== null && (await isReadOnly(path, now.mode))) throw new RequestProblem(READ_ONLY);
    await replaceFile(path, text, now.mode);
    return { kind: 'saved', revision: revisionOf(Buffer.from(text)) };
  }

  return {
    async read(known) {
      try {
        if (known !== null && (await isStill(known))) return { kind: 'unchanged' };
        const { text, revision } = await readText();
        return revision === known ? { kind: 'unchanged' } : { kind: 'file', name, text, revision };
      } catch (error) {
        return { kind: 'unreadable', name, message: reasonOf(error) };
      }
    },

    save(request) {
      // One after the other: the second is told what the first has written.
      const saving = writing.then(async () => {
        const parsed = parseProfilesFileSave(request);
        if (!parsed.ok) throw requestInvalid(parsed.message);
        try {
          return await save(parsed.value.text, parsed.value.expectedRevision);
        } catch (error) {
          if (error instanceof RequestProblem) throw error;
          throw new RequestProblem({
            status: 500,
            code: 'profiles-file-unwritten',
            message: reasonOf(error),
          });
        }
      });
      writing = saving.catch(() => undefined);
      return saving;
    },
  };
}

/** `null` when there is no such file. */
async function readBytes(path: string) {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const stats = await file.stat({ bigint: true });
    if (stats.size > MAX_PROFILES_FILE_BYTES) throw new RequestProblem(TOO_LARGE);
    return { bytes: await file.readFile(), stats };
  } finally {
    await file.close();
  }
}

/** The bits by which a file lets its owner, its group or others write it. */
const WRITE_BITS = 0o222;

/**
 * Another file takes its place, which only the folder has to allow: what was made read-only would be replaced all the same. One
 * that lets nobody write is to be left alone even by who may do everything, so its bits count before what the system says.
 */
async function isReadOnly(path: string, mode: number): Promise<boolean> {
  if ((mode & WRITE_BITS) === 0) return true;
  return access(path, constants.W_OK).then(
    () => false,
    // One that has gone just now is to be made.
    (error: unknown) => errorCodeOf(error) !== 'ENOENT',
  );
}

function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whatever a change of the file changes of it. */
function lookOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RequestProblem(NOT_TEXT, { cause });
  }
}

/** A sentence; of the system's own errors their code, because their text has the whole path in it. */
function reasonOf(error: unknown): string {
  return error instanceof RequestProblem
    ? error.message
    : `The companion cannot open the file of profiles (${errorCodeOf(error)}). See whether it is there and yours to change.`;
}

const TOO_LARGE = {
  status: 413,
  code: 'profiles-file-too-large',
  message: 'The file of profiles would be larger than 4 MB, or is.',
};

const NOT_TEXT = {
  status: 409,
  code: 'profiles-file-broken',
  message: 'The file of profiles is no text in UTF-8.',
};

const READ_ONLY = {
  status: 409,
  code: 'profiles-file-read-only',
  message:
    'The file of profiles is read-only, so it is left as it is. Make it writable (with chmod u+w, or in its properties) and save again.',
};

const BROKEN = {
  status: 409,
  code: 'profiles-file-broken',
  message: 'The file of profiles is broken as it is, so it is not written over. Put it right first.',
};
