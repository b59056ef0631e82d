import { defineConfig } from '@playwright/test';
import { findBrowser, isRoot } from './build/lib/browser.mjs';

/** The browser `npm test` found, else the one found now; without any Playwright says what to install. */
const executablePath = findBrowser();

/** End-to-end tests of the built program. The project `electron` is run where Electron's binary is installed. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Far above what anything takes: a slow machine is no fault, and nothing here measures time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...(isRoot() ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'web', testIgnore: '**/electron/**' },
    { name: 'electron', testMatch: '**/electron/*.spec.ts' },
  ],
});
