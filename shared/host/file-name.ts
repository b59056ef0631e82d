import { z } from 'zod';

/** Names Windows gives to devices, with any ending: a file of such a name cannot be opened there, or is a printer. */
const DEVICE =
  /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)\s*(\.|$)/i;
/** Marks that turn or hide text: a name could look like another one. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const MAX_CHARS = 200;

/**
 * Why a file or folder cannot have this name, in words; null when it can. The same on every system: a design made on
 * one is carried to another.
 */
export function fileNameFault(name: string): string | null {
  if (name.trim() === '') return 'A file needs a name.';
  if (name.length > MAX_CHARS) return `A file name has at most ${MAX_CHARS} characters.`;
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/.test(name))
    return 'A file name cannot hold \\ / : * ? " < > |.';
  if (/^\.+$/.test(name) || /[. ]$/.test(name)) return 'A file name cannot end in a dot or a space.';
  if (DEVICE.test(name))
    return `Windows keeps the name ${name.split('.')[0] ?? name} for a device. Choose another one.`;
  if (INVISIBLE.test(name)) return 'The name holds marks that cannot be seen. Type it again without them.';
  return null;
}

/** A name for a file or folder, refused with the reason. */
export const fileNameSchema = z.string().superRefine((name, context) => {
  const fault = fileNameFault(name);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault });
});
