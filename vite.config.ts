import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { companionPlugin } from './src/companion/plugin.ts';

/**
 * Few files instead of one for each set of modules that happen to be used together: what a first load needs, and, each when
 * first needed, what reads and writes formats, the rules that read a gateway's answer, what reads and writes files of profiles,
 * and what menus and dialogs are made of.
 */
const codeSplitting = {
  groups: [
    { name: 'first', tags: ['$initial' as const], priority: 1 },
    // Before the rules, which would take these with them: log and composer read JSON too.
    { name: 'formats', test: /src[\\/]domain[\\/]format[\\/]/ },
    // Nor does what log and composer say of a message belong to an answer's rules.
    { name: 'gatewayRules', test: /src[\\/]domain[\\/]gateway[\\/](?!annotate|noteMessage)/ },
    { name: 'profilesFile', test: /src[\\/]domain[\\/]profile[\\/]file[\\/]/ },
    { name: 'overlays', test: /node_modules[\\/](@radix-ui|radix-ui)[\\/]/ },
  ],
};

export default defineConfig(({ command }) => ({
  plugins: [react(), tailwindcss(), companionPlugin()],
  // The first connection in development need not wait for the engine's modules, which nothing has asked for before.
  server: { warmup: { clientFiles: ['./src/engine/engineWorker.ts'] } },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting } } },
  // `vite build` builds both.
  builder: {},
  environments: {
    // The page comes from this machine: one large script costs it nothing.
    client: {
      build: {
        outDir: 'dist/page',
        chunkSizeWarningLimit: 2_000,
        rolldownOptions: { output: { codeSplitting } },
      },
    },
    companion: {
      consumer: 'server',
      // Everything in one file: `dist` runs without node_modules. The dev server takes packages as they are.
      resolve: command === 'build' ? { noExternal: true, external: ['bufferutil', 'utf-8-validate'] } : {},
      build: {
        outDir: 'dist/companion',
        target: 'node20.19',
        copyPublicDir: false,
        rolldownOptions: { input: { cli: 'src/companion/cli.ts' } },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // One set of modules for all files: four times quicker. So a test has to put back what it changes.
    pool: 'threads',
    isolate: false,
    // As many as cores: many of these tests wait for sockets.
    maxWorkers: '100%',
    // Property tests take seconds on a machine that has other work.
    testTimeout: 30_000,
  },
}));
