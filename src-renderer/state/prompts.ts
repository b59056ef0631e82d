import type { FileRef } from '../../shared/host/index.ts';

/** A question for a file or folder that the page must ask itself, where the host has no dialogs. */
export interface FilePrompt {
  readonly mode: 'open' | 'save' | 'folder';
  /** For `save`: the name to start with, with its extension. */
  readonly suggestedName: string;
  readonly resolve: (ref: FileRef | null) => void;
}

/** Save / Don't save / Cancel. */
export interface UnsavedPrompt {
  readonly name: string;
  readonly resolve: (choice: 'save' | 'discard' | 'cancel') => void;
}

/** The file on disk is not what was read, or no longer there. */
export interface ConflictPrompt {
  readonly name: string;
  readonly kind: 'changed' | 'missing';
  readonly resolve: (choice: 'overwrite' | 'copy' | 'reload' | 'cancel') => void;
}

/** The file could not be written. */
export interface SaveFailure {
  readonly name: string;
  /** What went wrong and what to do, in words. */
  readonly why: string;
  readonly resolve: (choice: 'again' | 'elsewhere' | 'cancel') => void;
}
