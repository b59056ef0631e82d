import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    setupFiles: ['tests/support/seed.ts'],
    include: ['tests/{unit,host,architecture,crash}/**/*.test.ts'],
    // Every core: by default one is left idle, of two that is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
