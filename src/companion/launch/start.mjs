// @ts-check
// `npm start`: installs and builds what is missing or stale, then becomes the companion.
import { BUILT_CLI } from './build.mjs';
import { prepareBuilt } from './prepare.mjs';

await prepareBuilt();
await import(BUILT_CLI);
