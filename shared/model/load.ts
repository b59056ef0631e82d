import { z } from 'zod';
import { lineSchema } from '../lib/text.ts';

/** Virtual machines of one kind and the storage traffic each of them makes at its peak. */
export const vmLoadSchema = z.strictObject({
  name: lineSchema(1, 60),
  count: z.int().min(1, 'At least one virtual machine').max(100_000, 'At most 100,000 virtual machines'),
  /** Input and output operations a second of one virtual machine. */
  iops: z.int().min(1, 'At least 1 IOPS').max(10_000_000, 'At most 10,000,000 IOPS'),
  /** Size of one operation in KiB (1024 bytes). */
  blockKiB: z.number().min(0.5, 'At least 0.5 KiB').max(8192, 'At most 8192 KiB'),
  /** Share of operations that read, percent; the rest writes. */
  readShare: z.int().min(0, 'A share is 0 to 100 %').max(100, 'A share is 0 to 100 %'),
});
export type VmLoad = z.infer<typeof vmLoadSchema>;

/** What the virtual machines of a cluster ask of storage, and by how much it is expected to grow. */
export const clusterLoadSchema = z.strictObject({
  vms: z.array(vmLoadSchema).min(1, 'At least one kind of virtual machine').max(32),
  growthPercent: z.int().min(0, 'Growth is 0 to 1000 %').max(1000, 'Growth is 0 to 1000 %'),
});
export type ClusterLoad = z.infer<typeof clusterLoadSchema>;
