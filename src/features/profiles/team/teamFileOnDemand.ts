import { definePart } from '#ui/onDemand.ts';

/** Reading and writing the file takes its schema, which is no part of the first load. */
export const TEAM_FILE = definePart(async () => {
  const [{ takeTeamFile }, changes] = await Promise.all([
    import('./takeTeamFile.ts'),
    import('./changeTeam.ts'),
  ]);
  return { takeTeamFile, ...changes };
});
