import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The build under test: `out`, or the one `CLUSTERWRIGHT_OUT` names. */
export const OUT = resolve(process.env['CLUSTERWRIGHT_OUT'] ?? 'out');

/** These tests run the built program. `npm test` makes sure that it is there and fresh. */
export function requireBuild(): void {
  if (!existsSync(join(OUT, 'main', 'web.js')))
    throw new Error('There is no build; run "npm run build" first.');
}
