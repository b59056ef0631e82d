import { existsSync } from 'node:fs';

/** These tests run the built program. `npm test` makes sure that it is there and fresh. */
export function requireBuild(): void {
  if (!existsSync('out/.sources')) throw new Error('There is no build; run "npm run build" first.');
}
