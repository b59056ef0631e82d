import type { SwitchPart } from '../types.ts';
import { dcs7050sx64 } from './7050sx-64.ts';
import { dcs7050sx348yc8 } from './7050sx3-48yc8.ts';
import { dcs7060cx32s } from './7060cx-32s.ts';
import { n9kC93180ycFx } from './n9k-c93180yc-fx.ts';
import { s4128fOn } from './s4128f-on.ts';
import { s4148fOn } from './s4148f-on.ts';
import { s5248fOn } from './s5248f-on.ts';
import { sn2010 } from './sn2010.ts';
import { sn2100 } from './sn2100.ts';
import { sn2410 } from './sn2410.ts';
import { sn2700 } from './sn2700.ts';
import { sx1012 } from './sx1012.ts';
import { sx1024 } from './sx1024.ts';
import { sx1036 } from './sx1036.ts';

/** All switches the program knows. */
export const switches: readonly SwitchPart[] = [
  dcs7050sx64,
  dcs7050sx348yc8,
  dcs7060cx32s,
  n9kC93180ycFx,
  s4128fOn,
  s4148fOn,
  s5248fOn,
  sn2010,
  sn2100,
  sn2410,
  sn2700,
  sx1012,
  sx1024,
  sx1036,
];
