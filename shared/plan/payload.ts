import type { RdmaProtocol } from '../catalog/types.ts';

/**
 * Payload of a port, by the frame formats of IEEE 802.3 and 802.1Q, IPv4 and TCP (RFC 791, 793), InfiniBand
 * architecture annexes A16 and A17 (RoCE) and RFC 5040, 5041, 5044 (iWARP). Sizes in bytes.
 */

/** Preamble and start delimiter 8, Ethernet header 14, frame check 4, gap 12: on the wire around every packet. */
export const ETHERNET = 8 + 14 + 4 + 12;
export const VLAN_TAG = 4;
export const IPV4 = 20;
export const UDP = 8;
export const TCP = 20;
/** Base transport header and invariant CRC. */
export const ROCE = 12 + 4;
/** Global route header, which RoCE v1 has in place of IPv4 and UDP. */
export const GRH = 40;
/** MPA length 2 and CRC 4, DDP and RDMAP header 14: once per FPDU, which fills one segment. */
export const IWARP = 20;

/** RDMA path MTUs, greatest first. */
export const RDMA_MTUS = [4096, 2048, 1024, 512, 256] as const;

/** What one packet carries and what it takes on the wire, bytes. */
export interface PacketShape {
  readonly payload: number;
  readonly wire: number;
}

/**
 * The full-size packet of a protocol at an IP MTU; `null` is SMB over plain TCP.
 * TCP runs without timestamps, the default of Windows.
 */
export function packetShape(protocol: RdmaProtocol | null, mtu: number, tagged: boolean): PacketShape {
  const around = ETHERNET + (tagged ? VLAN_TAG : 0);
  if (protocol === 'RoCEv1' || protocol === 'RoCEv2') {
    const headers = ROCE + (protocol === 'RoCEv1' ? GRH : IPV4 + UDP);
    const payload = RDMA_MTUS.find((size) => size + headers <= mtu) ?? 256;
    return { payload, wire: payload + headers + around };
  }
  const segment = mtu - IPV4 - TCP;
  return { payload: protocol === 'iWARP' ? segment - IWARP : segment, wire: mtu + around };
}

/** Share of the data rate that is payload, 0 to 1. */
export function payloadShare(protocol: RdmaProtocol | null, mtu: number, tagged: boolean): number {
  const shape = packetShape(protocol, mtu, tagged);
  return shape.payload / shape.wire;
}

/**
 * Data rate of a line speed, Gb/s. Ethernet speeds name their data rate; 56 names the signalling of four FDR
 * lanes, of which 64b/66b leaves 54.545.
 */
export function dataRate(speedGbps: number): number {
  return speedGbps === 56 ? (4 * 14.0625 * 64) / 66 : speedGbps;
}
