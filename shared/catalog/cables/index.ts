import type { CablePart } from '../types.ts';
import { aocQsfpPlus } from './aoc-qsfp-plus.ts';
import { aocQsfp28 } from './aoc-qsfp28.ts';
import { aocQsfp56 } from './aoc-qsfp56.ts';
import { aocSfpPlus } from './aoc-sfp-plus.ts';
import { aocSfp28 } from './aoc-sfp28.ts';
import { breakoutAocQsfp28To2 } from './breakout-aoc-qsfp28-2.ts';
import { breakoutAocQsfp56To2 } from './breakout-aoc-qsfp56-2.ts';
import { breakoutDacQsfpPlus } from './breakout-dac-qsfp-plus.ts';
import { breakoutDacQsfp28To2 } from './breakout-dac-qsfp28-2.ts';
import { breakoutDacQsfp28To4 } from './breakout-dac-qsfp28-4.ts';
import { breakoutDacQsfp56To2 } from './breakout-dac-qsfp56-2.ts';
import { dacQsfpPlus } from './dac-qsfp-plus.ts';
import { dacQsfpPlusFdr } from './dac-qsfp-plus-fdr.ts';
import { dacQsfp28 } from './dac-qsfp28.ts';
import { dacQsfp56 } from './dac-qsfp56.ts';
import { dacSfpPlus } from './dac-sfp-plus.ts';
import { dacSfp28 } from './dac-sfp28.ts';

/** All cables, one entry per stock length the program knows. */
export const cables: readonly CablePart[] = [
  ...aocQsfpPlus,
  ...aocQsfp28,
  ...aocQsfp56,
  ...aocSfpPlus,
  ...aocSfp28,
  ...breakoutAocQsfp28To2,
  ...breakoutAocQsfp56To2,
  ...breakoutDacQsfpPlus,
  ...breakoutDacQsfp28To2,
  ...breakoutDacQsfp28To4,
  ...breakoutDacQsfp56To2,
  ...dacQsfpPlus,
  ...dacQsfpPlusFdr,
  ...dacQsfp28,
  ...dacQsfp56,
  ...dacSfpPlus,
  ...dacSfp28,
];
