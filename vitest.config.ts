import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    setupFiles: ['tests/support/seed.ts'],
    include: ['tests/{unit,host,architecture,crash}/**/*.test.ts'],
    // Every core: by default one is left idle, of two that is half.
    maxWorkers: '100%',
    // Far above what anything takes: a slow machine is no fault, and nothing here measures time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
