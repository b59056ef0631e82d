/** VLAN of the first storage network, as in the templates. */
export const FIRST_VLAN = 711;

/** A, B ... Z, AA: the letter of a storage network. */
export function letter(place: number): string {
  const rest = Math.floor(place / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (place % 26));
}
