/** Rows as left-aligned columns, two spaces apart; numbers are right-aligned. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, String(cell).length)));
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) =>
          typeof cell === 'number'
            ? String(cell).padStart(widths[index] ?? 0)
            : cell.padEnd(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A table with its headings in capitals; units stay as they are written. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return columns([headings.map((heading) => heading.replace(/\S+/g, inCapitals)), ...rows]);
}

/** `Gb/s` and `GB/s` are eight times apart. */
function inCapitals(word: string): string {
  return word.includes('/') ? word : word.toUpperCase();
}
