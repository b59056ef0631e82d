/**
 * The only ways user text enters a script, a CSV, an SVG or a page.
 * Each function is total: whatever goes in, the result reads back as exactly that text.
 */

/** Runs of characters a script file can hold as they are, and of those it cannot. */
const RUNS = /[\x20-\x7e]+|[^\x20-\x7e]+/g;

/**
 * A PowerShell expression whose value is exactly this text: a single-quoted string, in which only quotes are
 * special. PowerShell takes typographic quotes (U+2018 to U+201B) for quotes too, and a script without a byte
 * order mark is read in the code page of the machine, so every character outside printable ASCII is put
 * together from its UTF-16 code units.
 */
export function quotePowerShell(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return singleQuoted(text);
  const pieces = (text.match(RUNS) ?? []).map((run) =>
    /^[\x20-\x7e]/.test(run) ? singleQuoted(run) : charCodes(run),
  );
  return `(${pieces.join(' + ')})`;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function charCodes(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return `(-join [char[]](${units.join(', ')}))`;
}

/** Text for a `#` comment of a script: one line, ASCII, anything else shown as U+XXXX. */
export function commentPowerShell(text: string): string {
  return Array.from(text)
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
