import { loadPreference, savePreference } from './preferences.ts';

const GAP_MS = 3000;

/** Whether edits go into the file without the user saving: only when asked for, and remembered. */
export class SaveByItself {
  on = $state(loadPreference('save-by-itself', isBoolean, false));
  #earliest = 0;

  set = (on: boolean): void => {
    this.on = on;
    savePreference('save-by-itself', on);
  };

  /** True when it is time for the next one, which it then counts as made. */
  isDue = (now: number): boolean => {
    if (!this.on || now < this.#earliest) return false;
    this.#earliest = now + GAP_MS;
    return true;
  };
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
