/** A file is somebody else's: what is more than these is refused or cut, and that is said. */

/** Characters of all files together. A recording of a browser (HAR) is the largest that makes sense here. */
export const MAX_IMPORT_LENGTH = 32 * 1024 * 1024;

/** Characters of YAML or `.bru`: reading YAML takes about a second for each million of them. */
export const MAX_YAML_LENGTH = 4 * 1024 * 1024;

/** Levels of a document. The deepest collections have some tens, and whatever writes JSON recurses. */
export const MAX_DOCUMENT_DEPTH = 200;

/** Values of a document, counted once for each way to them, so that YAML's references cannot multiply it. */
export const MAX_DOCUMENT_VALUES = 2_000_000;

/** Folders within folders. */
export const MAX_FOLDER_DEPTH = 50;

/** Profiles made of one import: as many as the list of profiles is quick with. */
export const MAX_IMPORTED_PROFILES = 5_000;

/** Rows of each kind in a profile. */
export const MAX_DRAFT_FIELDS = 500;

/** Characters of a value with its variables filled in: beyond any URL or header that a gateway takes. */
export const MAX_FILLED_LENGTH = 256 * 1024;

/** Variables that stand in variables, and so on: beyond it they refer to one another. */
export const MAX_VARIABLE_DEPTH = 10;

/** `$ref`s to `$ref`s: beyond it they refer to one another. */
export const MAX_REFERENCE_DEPTH = 20;
