/**
 * The only ways user text enters a script, a CSV, an SVG or a page.
 * Each function is total: whatever goes in, the result reads back as exactly that text.
 */

/**
 * A PowerShell single-quoted string. Inside single quotes only quotes are special, and PowerShell takes the
 * typographic ones (U+2018 to U+201B) for quotes too. Scripts are ASCII, so any other character is put
 * together from its UTF-16 code units with `[char]`.
 */
export function quotePowerShell(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const pieces: string[] = [];
  for (const run of text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []) {
    if (/^[\x20-\x7e]/.test(run)) pieces.push(`'${run.replaceAll("'", "''")}'`);
    else for (let i = 0; i < run.length; i++) pieces.push(`[string][char]${run.charCodeAt(i)}`);
  }
  const first = pieces[0] ?? "''";
  return `(${first.startsWith("'") ? '' : "'' + "}${pieces.join(' + ')})`;
}

/** Text for a `#` comment of a script: one line, ASCII, anything else shown as U+XXXX. */
export function commentPowerShell(text: string): string {
  return [...text]
    .map((char) =>
      /[\x20-\x7e]/.test(char)
        ? char
        : `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .join('');
}

/** One CSV cell by RFC 4180; a cell a spreadsheet would run as a formula is led by an apostrophe. */
export function quoteCsv(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim()
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text or attribute value of an XML document; characters XML 1.0 forbids become U+FFFD. */
export function quoteXml(text: string): string {
  return (
    text
      .replace(LONE_SURROGATE, '\ufffd')
      // eslint-disable-next-line no-control-regex -- XML 1.0 forbids exactly these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}
