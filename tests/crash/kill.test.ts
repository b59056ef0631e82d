import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Desk } from './support/desk.ts';
import { randomFrom } from './support/random.ts';

const KILLS = 300;
/** So many users at once, each with a home folder of its own. */
const DESKS = 6;
const SEED = Number(process.env['CLUSTERWRIGHT_SEED'] ?? 20261121);

describe('the host is killed at random moments during edits and saves', () => {
  it(`${KILLS} times: the file is the old or the new version, at most two seconds of edits are missing`, async () => {
    let kills = 0;
    const desks = await Promise.all(
      Array.from({ length: DESKS }, async (_, index) => {
        const home = await mkdtemp(join(tmpdir(), 'clusterwright-crash-'));
        await mkdir(join(home, 'Documents'));
        const desk = new Desk(home, randomFrom(SEED + index));
        for (let i = 0; i < KILLS / DESKS; i++) {
          await desk.live();
          kills++;
        }
        await desk.settle();
        await rm(home, { recursive: true, force: true });
        return { restored: desk.restored, midWrite: desk.midWrite };
      }),
    );
    expect(kills).toBe(KILLS);
    // Not every kill leaves something to restore or comes while the host writes, but a story in which few do proves little.
    const sum = (key: 'restored' | 'midWrite') => desks.reduce((total, desk) => total + desk[key], 0);
    expect(sum('restored')).toBeGreaterThan(KILLS / 3);
    expect(sum('midWrite')).toBeGreaterThan(KILLS / 10);
  });
});
