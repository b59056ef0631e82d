import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { METHODS, EVENTS } from './shared/host/index.ts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** One build for all hosts. `npm start` on Node 20 runs the same files as Electron, hence the older target. */
export default defineConfig({
  main: {
    build: {
      target: 'node20.19',
      // pdfmake finds its fonts beside itself; all else is bundled, so that the command line starts fast.
      externalizeDeps: { exclude: ['zod', '@noble/hashes', 'd3-shape'] },
      rolldownOptions: {
        input: {
          electron: at('src-main/electron/index.ts'),
          web: at('src-main/web/index.ts'),
          cli: at('src-main/cli/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    // The sandbox gives a preload script no modules of its own: the allow-list comes from the contract at build time.
    define: {
      HOST_METHODS: JSON.stringify(Object.keys(METHODS)),
      HOST_EVENTS: JSON.stringify(Object.keys(EVENTS)),
    },
    build: {
      rolldownOptions: {
        input: { index: at('src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [svelte({ configFile: at('svelte.config.js') })],
    build: {
      // The web host opens whatever browser the machine has.
      target: 'es2022',
      minify: true,
      // Fonts and images stay files: the content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      // The page is read from this machine; splitting it would only add requests.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: at('src-renderer/index.html') } },
    },
  },
});
