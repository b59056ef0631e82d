/** Device names of Windows, which it keeps for itself even with an extension. */
const RESERVED =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\.|$)/i;
/** Longest stem in characters. File systems count bytes, at most 255 a name; a character takes up to four. */
const LONGEST = 48;

/** A file name without extension from a project's name: safe on Windows, macOS and Linux, never empty. */
export function fileStem(name: string): string {
  const plain = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters cannot stand in file names
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')
    .replace(/\s+/g, ' ');
  const safe = Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. -]+|[. -]+$/g, '');
  if (safe === '') return 'design';
  return RESERVED.test(safe) ? `design-${safe}` : safe;
}
