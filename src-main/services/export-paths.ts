import { HostError } from '../../shared/host/index.ts';

/** Names Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const FORBIDDEN = /[\\:*?"<>|\u0000-\u001f]/;

/** Whether Windows, macOS and Linux all take this name for a file or a folder. */
export function isFitName(name: string): boolean {
  return (
    name !== '' && name.length <= 200 && !/[. ]$/.test(name) && !FORBIDDEN.test(name) && !DEVICE.test(name)
  );
}

/**
 * The parts of an export's relative path, proved to stay inside the chosen folder and to be writable on every
 * system. Names of nodes end up in these paths, so they are checked again here whatever made them.
 */
export function splitExportPath(path: string): readonly string[] {
  const parts = path.split('/');
  for (const part of parts) {
    if (!isFitName(part))
      throw new HostError(
        'export-refused',
        `The export would make a file called "${path}", which is not a name every system takes.`,
      );
  }
  return parts;
}

/** Refuses two files that are one on a system that ignores case. */
export function refuseClashes(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = path.toLowerCase();
    const other = seen.get(key);
    if (other !== undefined)
      throw new HostError(
        'export-refused',
        `Two files of the export have the same name: "${other}" and "${path}".`,
      );
    seen.set(key, path);
  }
}
