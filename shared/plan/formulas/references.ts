/** What a formula or a constant was taken from. */
export interface Reference {
  /** In few words, beside a number: `pcie-bench`. */
  readonly short: string;
  readonly title: string;
  /** Null for what this program decides by itself. */
  readonly url: string | null;
}

const RFC = 'https://www.rfc-editor.org/rfc/rfc';
const DOCS = 'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/';

/** Everything formulas and constants are taken from. */
export const REFERENCES = {
  model: {
    short: 'pcie-bench model',
    title: 'pcie-bench: model of PCIe bandwidth (model/pcie.py, model/mem_bw.py, commit 40703cf)',
    url: 'https://github.com/pcie-bench/pcie-model',
  },
  paper: {
    short: 'SIGCOMM 2018',
    title: 'Neugebauer and others: Understanding PCIe performance for end host networking, SIGCOMM 2018',
    url: 'https://doi.org/10.1145/3230543.3230560',
  },
  pcieFactors: {
    short: 'PCIe link performance',
    title: 'Best Hub: factors that affect the performance of a PCIe link',
    url: 'https://www.besthub.dev/articles/factors-affecting-pcie-link-performance-encoding-link-layer-mps-and-mrrs-98175836b197',
  },
  pcieSetup: {
    short: 'PCIe configuration',
    title: 'Best Hub, after the Mellanox community: how PCIe configuration affects network performance',
    url: 'https://www.besthub.dev/articles/how-pcie-configuration-impacts-network-performance-a-practical-guide-0e31af65ee04',
  },
  ethernet: {
    short: 'IEEE 802.3',
    title: 'IEEE 802.3, Ethernet: packet format and gap between packets',
    url: 'https://www.ieee802.org/3/',
  },
  vlan: {
    short: 'IEEE 802.1Q',
    title: 'IEEE 802.1Q, bridges and VLANs: tag',
    url: 'https://www.ieee802.org/1/',
  },
  ip: { short: 'RFC 791', title: 'RFC 791, Internet Protocol: header', url: `${RFC}791` },
  udp: { short: 'RFC 768', title: 'RFC 768, User Datagram Protocol: header', url: `${RFC}768` },
  tcp: { short: 'RFC 9293', title: 'RFC 9293, Transmission Control Protocol: header', url: `${RFC}9293` },
  roce: {
    short: 'InfiniBand annexes A16, A17',
    title: 'InfiniBand Architecture Specification, annexes A16 (RoCE) and A17 (RoCE v2): packet formats',
    url: 'https://www.infinibandta.org/ibta-specification/',
  },
  rdmap: { short: 'RFC 5040', title: 'RFC 5040, RDMA protocol (RDMAP)', url: `${RFC}5040` },
  ddp: { short: 'RFC 5041', title: 'RFC 5041, Direct Data Placement (DDP)', url: `${RFC}5041` },
  mpa: { short: 'RFC 5044', title: 'RFC 5044, Marker PDU Aligned Framing (MPA)', url: `${RFC}5044` },
  roceDeploy: {
    short: 'SMB Direct with RoCE',
    title: 'Microsoft: Deploy SMB Direct with RoCE Network Adapters (Windows Server 2012 and 2012 R2)',
    url: null,
  },
  multichannel: {
    short: 'SMB Multichannel',
    title: 'Microsoft: SMB Multichannel in failover clusters',
    url: `${DOCS}failover-clustering/smb-multichannel.md`,
  },
  smbDirect: {
    short: 'SMB Direct',
    title: 'Microsoft: SMB Direct',
    url: `${DOCS}storage/file-server/smb-direct.md`,
  },
  maximumFlow: {
    short: 'Ford and Fulkerson',
    title: 'Ford and Fulkerson: Maximal flow through a network, Canadian Journal of Mathematics 8, 1956',
    url: 'https://doi.org/10.4153/CJM-1956-045-5',
  },
  catalog: {
    short: 'catalog',
    title: 'Data sheet of the product; each catalog entry names its own',
    url: null,
  },
  own: {
    short: 'definition',
    title: 'Definition used by Clusterwright',
    url: null,
  },
} as const satisfies Record<string, Reference>;

export type ReferenceKey = keyof typeof REFERENCES;
