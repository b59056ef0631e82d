/** Numbers as the panels write them. English digits on every machine, so that a screenshot equals a report. */

/** A rate with one decimal: `52.9`. */
export function gbps(rate: number): string {
  return rate.toFixed(1);
}

/** Gb/s as GB/s with one decimal: `6.6`. */
export function gigabytes(rateGbps: number): string {
  return (rateGbps / 8).toFixed(1);
}

/** A length without needless zeros: `3`, `0.5`. */
export function metres(length: number): string {
  return String(Number(length.toFixed(2)));
}

/** A line speed as the field writes it: `25G`; the FDR-rate 56 stays 56. */
export function lineSpeed(speed: number | null): string {
  return speed === null ? '' : `${Number(speed.toFixed(1))}G`;
}

/** A PCIe link: `Gen3 x8`. */
export function pcieLink(link: { readonly gen: number; readonly lanes: number }): string {
  return `Gen${link.gen} x${link.lanes}`;
}

/** A size of a file: `812 B`, `14 KiB`, `2.3 MiB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
