import { messageName } from '../messageName.ts';
import type {
  FileEnvironment,
  FileProfile,
  WrittenEnvironment,
  WrittenMessage,
  WrittenProfile,
} from './fileProfile.ts';

/** The profile with what the rest of it says: made the same by whoever reads the file, so that it is the same profile for all. */
export function completeProfile(written: WrittenProfile): FileProfile {
  const { id, folder, name, messages } = written;
  return { ...written, id: id ?? idByName(folder, name), messages: messages.map(withName) };
}

export function completeEnvironment(written: WrittenEnvironment): FileEnvironment {
  return { ...written, id: written.id ?? idByName('', written.name) };
}

function withName(message: WrittenMessage) {
  return { ...message, name: message.name ?? messageName(message) };
}

/**
 * Of another folder or name, another id. The URL has no say in it: whoever edits that means the same profile still. It begins
 * as no id that a page makes, and is never empty.
 */
function idByName(folder: string, name: string): string {
  // As in a JSON Pointer (RFC 6901 section 3): “a/b” in the folder “c” is not “b” in “c/a”.
  const part = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return `named:${folder === '' ? '' : `${folder}/`}${part}`;
}
