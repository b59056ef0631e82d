import type { TransceiverPart } from '../types.ts';
import { mc2210411Sr4 } from './mc2210411-sr4.ts';
import { mc2210411Sr4e } from './mc2210411-sr4e.ts';
import { mc2210511Lr4 } from './mc2210511-lr4.ts';
import { mfm1t02aLr } from './mfm1t02a-lr.ts';
import { mfm1t02aSr } from './mfm1t02a-sr.ts';
import { mma1b00C100d } from './mma1b00-c100d.ts';
import { mma1l10Cr } from './mma1l10-cr.ts';
import { mma1t00Vs } from './mma1t00-vs.ts';
import { mma2l20Ar } from './mma2l20-ar.ts';
import { mma2p00As } from './mma2p00-as.ts';

/** All transceivers the program knows. */
export const transceivers: readonly TransceiverPart[] = [
  mc2210411Sr4,
  mc2210411Sr4e,
  mc2210511Lr4,
  mfm1t02aLr,
  mfm1t02aSr,
  mma1b00C100d,
  mma1l10Cr,
  mma1t00Vs,
  mma2l20Ar,
  mma2p00As,
];
