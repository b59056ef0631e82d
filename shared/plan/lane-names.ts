import type { SwitchPart } from '../catalog/types.ts';

/**
 * The name a switch gives to one lane of a split port, or null where its system is not known. `lane` counts from 1.
 *
 * Cumulus counts from 0 behind an `s` (NVIDIA, Switch port attributes), MLNX-OS and NX-OS add a number behind a
 * slash (MLNX-OS manual; Cisco, Configuring breakout), OS10 behind a colon (Dell, OS10 user guide). EOS names
 * electrical lanes, of which a half of the port takes two: `Ethernet49/1` is the first lane and the whole port.
 */
export function laneName(
  networkOs: SwitchPart['networkOs'],
  port: string,
  lane: number,
  ways: 2 | 4,
): string | null {
  switch (networkOs) {
    case 'cumulus':
      return `${port}s${lane - 1}`;
    case 'mlnx-os':
    case 'onyx':
    case 'nx-os':
      return `${port}/${lane}`;
    case 'os10':
      return `${port}:${lane}`;
    case 'eos':
      return `${port.replace(/\/1$/, '')}/${ways === 4 ? lane : 2 * lane - 1}`;
    default:
      return null;
  }
}
