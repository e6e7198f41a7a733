/** Where the person stands who called us: npm runs the scripts of a package in its folder, and says where it was called. */
export function standingIn(): string {
  const { npm_package_name: script, INIT_CWD: calledIn } = process.env;
  return script === 'postern' && calledIn !== undefined ? calledIn : process.cwd();
}
