import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { companionPlugin } from './src/companion/plugin.ts';

export default defineConfig(({ command }) => ({
  plugins: [react(), tailwindcss(), companionPlugin()],
  worker: { format: 'es' },
  // `vite build` builds both.
  builder: {},
  environments: {
    // The page comes from this machine: one large script costs it nothing.
    client: { build: { outDir: 'dist/page', chunkSizeWarningLimit: 2_000 } },
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
  },
}));
