import type { ServerPart } from '../types.ts';
import { dl380Gen10 } from './dl380-gen10.ts';
import { dl380Gen11 } from './dl380-gen11.ts';
import { dl380Gen9 } from './dl380-gen9.ts';
import { r630 } from './r630.ts';
import { r640 } from './r640.ts';
import { r650 } from './r650.ts';
import { r730 } from './r730.ts';
import { r730xd } from './r730xd.ts';
import { r740 } from './r740.ts';
import { r740xd } from './r740xd.ts';
import { r750 } from './r750.ts';
import { r760 } from './r760.ts';
import { sr630V3 } from './sr630-v3.ts';
import { sr650 } from './sr650.ts';
import { sr650V2 } from './sr650-v2.ts';

/** All servers the program knows. */
export const servers: readonly ServerPart[] = [
  dl380Gen10,
  dl380Gen11,
  dl380Gen9,
  r630,
  r640,
  r650,
  r730,
  r730xd,
  r740,
  r740xd,
  r750,
  r760,
  sr630V3,
  sr650,
  sr650V2,
];
