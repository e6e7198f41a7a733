import type { FileProblem } from '#domain/profile/file/parseProfilesFile.ts';

/** Why there is no catalogue: a sentence, and where the file is at fault. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly problems: readonly FileProblem[];

  constructor(message: string, problems: readonly FileProblem[]) {
    super(message);
    this.problems = problems;
  }
}
