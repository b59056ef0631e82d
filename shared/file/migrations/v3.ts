import type { Migration } from './define.ts';

type Plain = Record<string, unknown>;

/** Load of virtual machines, the PCIe read request size and what a switch forwards at most. */
export const toVersion3: Migration = {
  to: 3,
  name: 'load of clusters, PCIe read requests and the forwarding rate of switches',
  migrate(file) {
    const records = file['records'] as Plain;
    const fabric = records['fabric'];
    if (isPlain(fabric)) fabric['maxReadBytes'] = 512;
    for (const cluster of listOf(records, 'clusters')) cluster['load'] = null;
    for (const part of listOf(records, 'parts')) if (part['kind'] === 'switch') part['forwardGbps'] = null;
  },
};

/** The records of a list; a file may hold anything there, which validation will tell. */
function listOf(of: Plain, key: string): Plain[] {
  const list = of[key];
  return Array.isArray(list) ? list.filter(isPlain) : [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
