// @ts-check

/** As `engines` in package.json: Vite needs it. */
const OLDEST = [20, 19];

/**
 * A sentence for people whose Node is too old, or `null`.
 *
 * @param {string} version for example `20.19.0`
 * @returns {string | null}
 */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Postern needs Node ${OLDEST.join('.')} or later; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`;
}

/** Ends the process when its Node is too old. */
export function requireNode() {
  const problem = checkNodeVersion(process.versions.node);
  if (problem === null) return;
  console.error(problem);
  process.exit(1);
}
