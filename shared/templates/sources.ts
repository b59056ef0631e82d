/** Pages the layouts follow. */
export const SOURCE = {
  roce: 'Microsoft, Deploy SMB Direct with RoCE Network Adapters (Windows Server 2012 and 2012 R2)',
  set: 'Microsoft, Remote Direct Memory Access (RDMA) and Switch Embedded Teaming (SET), and Host network requirements for Azure Local',
  switchless: 'Microsoft, Physical network requirements for Azure Local: switchless storage',
} as const;
