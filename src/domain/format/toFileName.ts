/** What some file system does not take in a name, and what reads badly in one. */
const UNFIT = /[^\p{L}\p{N}._-]+/gu;

/** A long name is cut, characters: file systems take 255 bytes, and people read less. */
const MAX_NAME_LENGTH = 80;

/** A name for a file, without its extension, of what a person calls something: `Contoso / staging` is `Contoso-staging`. */
export function toFileName(text: string, whenEmpty: string): string {
  const name = text
    .replace(UNFIT, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? whenEmpty : name;
}
