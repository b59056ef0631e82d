import type { AdapterPart } from '../types.ts';
import { e810Cqda2 } from './e810-cqda2.ts';
import { e810Xxvda2 } from './e810-xxvda2.ts';
import { mcx311aXcat } from './mcx311a-xcat.ts';
import { mcx312aXcbt } from './mcx312a-xcbt.ts';
import { mcx312bXcct } from './mcx312b-xcct.ts';
import { mcx313aBcbt } from './mcx313a-bcbt.ts';
import { mcx314aBcbt } from './mcx314a-bcbt.ts';
import { mcx314aBcct } from './mcx314a-bcct.ts';
import { mcx353aFcbt } from './mcx353a-fcbt.ts';
import { mcx354aFcbt } from './mcx354a-fcbt.ts';
import { mcx4111aAcat } from './mcx4111a-acat.ts';
import { mcx4121aAcat } from './mcx4121a-acat.ts';
import { mcx415aCcat } from './mcx415a-ccat.ts';
import { mcx416aCcat } from './mcx416a-ccat.ts';
import { mcx512aAcat } from './mcx512a-acat.ts';
import { mcx515aCcat } from './mcx515a-ccat.ts';
import { mcx516aCcat } from './mcx516a-ccat.ts';
import { mcx516aCdat } from './mcx516a-cdat.ts';
import { mcx623106anCdat } from './mcx623106an-cdat.ts';
import { mcx631102anAdat } from './mcx631102an-adat.ts';
import { ql41262hmcu } from './ql41262hmcu.ts';
import { t520Cr } from './t520-cr.ts';
import { t580Cr } from './t580-cr.ts';
import { t62100Cr } from './t62100-cr.ts';
import { x520Da2 } from './x520-da2.ts';
import { x710Da2 } from './x710-da2.ts';

/** All adapters the program knows. */
export const adapters: readonly AdapterPart[] = [
  e810Cqda2,
  e810Xxvda2,
  mcx311aXcat,
  mcx312aXcbt,
  mcx312bXcct,
  mcx313aBcbt,
  mcx314aBcbt,
  mcx314aBcct,
  mcx353aFcbt,
  mcx354aFcbt,
  mcx4111aAcat,
  mcx4121aAcat,
  mcx415aCcat,
  mcx416aCcat,
  mcx512aAcat,
  mcx515aCcat,
  mcx516aCcat,
  mcx516aCdat,
  mcx623106anCdat,
  mcx631102anAdat,
  ql41262hmcu,
  t520Cr,
  t580Cr,
  t62100Cr,
  x520Da2,
  x710Da2,
];
