import { basename } from 'node:path';
import { HostError, type HostErrorCode } from '../../shared/host/index.ts';
import { errorCode } from './disk.ts';

/** What was being done, for the sentence: "FILE cannot be saved". */
export type DiskAction = 'opened' | 'saved' | 'listed' | 'made' | 'exported to' | 'written' | 'taken away';

const REASONS: Readonly<Record<string, readonly [HostErrorCode, string]>> = {
  ENOENT: ['not-found', 'it or its folder no longer exists'],
  ENOTDIR: ['not-found', 'its folder is not a folder'],
  EISDIR: ['not-a-file', 'it is a folder'],
  EACCES: ['read-only', 'you are not allowed to write or read there'],
  EPERM: ['read-only', 'the system does not allow it there, or another program holds the file'],
  EBUSY: ['read-only', 'another program holds the file'],
  EROFS: ['read-only', 'the disk is read-only'],
  ENOSPC: ['disk-full', 'the disk is full'],
  EDQUOT: ['disk-full', 'your share of the disk is used up'],
  EFBIG: ['disk-full', 'the disk does not take files this large'],
  EEXIST: ['exists', 'something of that name is there already'],
  ENAMETOOLONG: ['bad-input', 'the name is too long'],
  EINVAL: ['bad-input', 'the system does not accept this name'],
  ELOOP: ['not-found', 'the links it consists of go round in a circle'],
  EXDEV: [
    'not-supported',
    'the place does not let a file be replaced in one step; save it in another folder',
  ],
  EIO: ['lost', 'the disk or the network folder does not answer'],
  ENXIO: ['lost', 'the disk or the network folder does not answer'],
  ENODEV: ['lost', 'the disk is no longer there'],
  ESTALE: ['lost', 'the network folder was taken away meanwhile'],
  ENOTCONN: ['lost', 'the network folder is not connected'],
  ETIMEDOUT: ['lost', 'the network folder does not answer'],
  EHOSTDOWN: ['lost', 'the computer with the network folder does not answer'],
  EHOSTUNREACH: ['lost', 'the computer with the network folder cannot be reached'],
  ENETDOWN: ['lost', 'the network is down'],
  ENETUNREACH: ['lost', 'the network cannot be reached'],
  ECONNRESET: ['lost', 'the connection to the network folder broke'],
  // What Node says of Windows errors it has no name for; nearly all come from network drives.
  UNKNOWN: ['lost', 'the disk or the network folder does not answer'],
  EMFILE: ['internal', 'too many files are open'],
};

/** A failure of the file system as a sentence for the user. An error that is not one is handed back as it is. */
export function diskError(error: unknown, path: string, action: DiskAction): unknown {
  if (error instanceof HostError) return error;
  const code = errorCode(error);
  if (code === '') return error;
  const [hostCode, why] = REASONS[code] ?? (['internal', `the system says ${code}`] as const);
  const safe = action === 'saved' ? ' Nothing was changed on disk.' : '';
  return new HostError(hostCode, `${basename(path) || path} cannot be ${action}: ${why}.${safe}`);
}
