/** "1 cable", "2 cables". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "10 and 25 Gb/s". */
export function speedList(speeds: readonly number[]): string {
  if (speeds.length === 0) return 'no speed at all';
  const texts = speeds.map(String);
  const last = texts.pop() ?? '';
  return `${texts.length > 0 ? `${texts.join(', ')} and ` : ''}${last} Gb/s`;
}
