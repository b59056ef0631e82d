import type { FoundKind } from '../state/search/index.ts';

/** What a found thing is, in one word. */
export const KIND_WORDS: Readonly<Record<FoundKind, string>> = {
  node: 'Node',
  switch: 'Switch',
  cluster: 'Cluster',
  network: 'Network',
  profile: 'Profile',
  cable: 'Cable',
  adapter: 'Adapter',
  port: 'Port',
  address: 'Address',
  check: 'Check',
};
