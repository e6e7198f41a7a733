// @ts-check
// `npm run dev`: as `npm start`, with hot reload: Vite serves the page from its sources and carries the companion.
import { preparePackages } from './prepare.mjs';
import { ROOT } from './root.mjs';

await preparePackages();
// For src/companion/plugin.ts, which Vite loads.
process.env['POSTERN_ARGUMENTS'] = JSON.stringify(process.argv.slice(2));

// Vite looks for its configuration where we stand.
process.chdir(ROOT);
const { createServer } = await import('vite');
try {
  const server = await createServer({ clearScreen: false });
  await server.listen();
  server.printUrls();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// All of it is in this process: nothing is left behind, and npm need not report an error for a Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
