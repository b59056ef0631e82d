import type { Design } from '../../shared/model/index.ts';

/** A design that is looked at beside the open one. */
export interface OtherDesign {
  readonly design: Design;
  readonly name: string;
}
