// @ts-check
// `npm run gateways`: the local gateways alone, as test servers for any client. JSON on standard output.
import { BUILT_CLI } from './build.mjs';
import { prepareBuilt } from './prepare.mjs';

await prepareBuilt();
process.argv.splice(2, 0, 'gateways');
await import(BUILT_CLI);
