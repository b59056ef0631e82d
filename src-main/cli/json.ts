/** JSON for other programs: keys in the order they were written, two spaces, a line end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
