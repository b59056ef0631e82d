const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name without extension from a project's name: safe on Windows, macOS and Linux, never empty. */
export function fileStem(name: string): string {
  const safe = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters cannot stand in file names
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[. -]+|[. -]+$/g, '');
  if (safe === '') return 'design';
  return RESERVED.test(safe) ? `${safe}-design` : safe;
}
