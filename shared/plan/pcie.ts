import { must } from '../lib/assert.ts';
import type { PcieRates } from './types.ts';

/**
 * PCIe rates by the model of pcie-bench (https://github.com/pcie-bench/pcie-model, commit 40703cf, Apache-2.0;
 * Neugebauer et al., SIGCOMM 2018): constants taken, formulas written anew. All rates are Gb/s, one direction.
 * Generation 6 is indicative only: the model copies its flow-control constants from generation 5.
 */

interface Generation {
  /** GT/s of one lane. */
  readonly transfer: number;
  /** What the line code leaves of it: so many parts of so many. */
  readonly code: readonly [data: number, of: number];
}

/** 8b/10b, 128b/130b, FLITs of 242 in 256 bytes. */
export const GENERATIONS: Readonly<Record<number, Generation>> = {
  1: { transfer: 2.5, code: [8, 10] },
  2: { transfer: 5, code: [8, 10] },
  3: { transfer: 8, code: [128, 130] },
  4: { transfer: 16, code: [128, 130] },
  5: { transfer: 32, code: [128, 130] },
  6: { transfer: 64, code: [242, 256] },
};

type LimitsByLanes = Readonly<Record<number, Readonly<Record<number, number>>>>;

/** Bytes between two acknowledgements, and between two flow-control updates: lanes, then maximum payload size. */
const LIMITS_GEN1: LimitsByLanes = {
  1: { 128: 237, 256: 416, 512: 559 },
  2: { 128: 128, 256: 217, 512: 289 },
  4: { 128: 73, 256: 118, 512: 154 },
  8: { 128: 67, 256: 107, 512: 86 },
  16: { 128: 48, 256: 72, 512: 86 },
};
const LIMITS_GEN2: LimitsByLanes = {
  1: { 128: 288, 256: 467, 512: 610 },
  2: { 128: 179, 256: 268, 512: 340 },
  4: { 128: 124, 256: 169, 512: 205 },
  8: { 128: 118, 256: 158, 512: 137 },
  16: { 128: 99, 256: 123, 512: 137 },
};
const LIMITS_GEN3: LimitsByLanes = {
  1: { 128: 333, 256: 512, 512: 655 },
  2: { 128: 224, 256: 313, 512: 385 },
  4: { 128: 169, 256: 214, 512: 250 },
  8: { 128: 163, 256: 203, 512: 182 },
  16: { 128: 144, 256: 168, 512: 182 },
};

/** Bytes of an acknowledgement and of a flow-control update packet. */
export const DLLP = 8;
/** Skip ordered sets: so many bytes in every so many. */
export const SKIP = [4, 1538] as const;
/** Bytes around the data of a memory write with a 64-bit address and no ECRC. */
export const WRITE_HEADER = 24;
/** The same for a completion, which brings the data of a read. */
export const COMPLETION_HEADER = 20;
/** Bytes of a memory read request. */
export const REQUEST_HEADER = 24;
/** Transaction of the both-directions figure, bytes. */
export const TRANSACTION = 4096;

/** Bytes between two acknowledgements, and between two flow-control updates, by lanes and maximum payload size. */
export function limitsOf(gen: number): LimitsByLanes {
  return gen === 1 ? LIMITS_GEN1 : gen === 2 ? LIMITS_GEN2 : LIMITS_GEN3;
}

/**
 * What a PCIe link of `gen` and `lanes` moves with a maximum payload size of 128, 256 or 512 bytes. The maximum read
 * request size, bytes, matters only when both directions are busy.
 */
export function pcieRates(
  gen: number,
  lanes: number,
  maxPayloadBytes: number,
  maxReadBytes: number,
): PcieRates {
  const generation = must(GENERATIONS[gen], `PCIe generation ${gen}`);
  const limit = must(limitsOf(gen)[lanes]?.[maxPayloadBytes], `PCIe x${lanes} with ${maxPayloadBytes} bytes`);
  const rawGbps = generation.transfer * lanes;
  const [data, of] = generation.code;
  const encodedGbps = rawGbps * (data / of);
  const tlpGbps = encodedGbps * (1 - DLLP / limit - DLLP / limit - SKIP[0] / SKIP[1]);
  const packets = TRANSACTION / maxPayloadBytes;
  const outgoing = packets * WRITE_HEADER + TRANSACTION + (TRANSACTION / maxReadBytes) * REQUEST_HEADER;
  const incoming = packets * COMPLETION_HEADER + TRANSACTION;
  return {
    rawGbps,
    encodedGbps,
    tlpGbps,
    writeGbps: (tlpGbps * maxPayloadBytes) / (WRITE_HEADER + maxPayloadBytes),
    readGbps: (tlpGbps * maxPayloadBytes) / (COMPLETION_HEADER + maxPayloadBytes),
    bothGbps: (tlpGbps * TRANSACTION) / Math.max(outgoing, incoming),
  };
}

interface PcieShape {
  readonly gen: number;
  readonly lanes: number;
}

/** What the link trains at: the lesser generation and the lesser lane count of card and slot (electrical). */
export function trainLink(card: PcieShape, slot: PcieShape): PcieShape {
  return { gen: Math.min(card.gen, slot.gen), lanes: Math.min(card.lanes, slot.lanes) };
}
