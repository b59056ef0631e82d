import type { FileRef } from '../../shared/host/index.ts';

/** The file of the design and what it held when it was read or written last. */
export interface OpenFile {
  readonly ref: FileRef;
  readonly stamp: string;
}
