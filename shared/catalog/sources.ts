/** A file of the NetBox device library (CC0-1.0), at the commit it was read. */
function netbox(path: string, commit = '56ea92723753'): string {
  return `netbox-community/devicetype-library@${commit}:${path}`;
}

const NVIDIA = 'https://docs.nvidia.com/networking/display';

/** Where the facts of the catalog were read, by short name. */
export const SOURCE = {
  // Adapters
  boardPower: 'https://gist.github.com/you21979/c0334df4e1a201ed83712edb59d18df8',
  chelsio10:
    'https://online.documentine.com/setup-windows-server-2012-r2/3/windows-server-2012-r2-smb-performance-chelsio.html',
  chelsio40:
    'https://online.documentine.com/cpu-utilization-windows/1/windows-smb-3-0-performance-at-40gbps-chelsio.html',
  chelsioBsd: 'https://github.com/freebsd/freebsd-src/blob/main/sys/dev/cxgbe/t4_main.c',
  chelsioDpdk: 'https://doc.dpdk.org/guides-25.07/_sources/nics/cxgbe.rst.txt',
  chelsioT6: 'https://www.chelsio.com/terminator-6-asic/',
  chelsioWindows:
    'http://service.chelsio.com/downloads/Microsoft/Drivers/ChelsioUwire-5.0.0.57-exe/README.txt',
  cx3EnManual: 'https://usbmi.com/quan/1722376274a1806955.html',
  cx3VpiManual:
    'https://vdocuments.mx/connectx-3-vpi-single-and-dual-qsfp-port-adapter-card-describes-mellanox-technologies.html',
  cx3RoceV1: 'https://blog.csdn.net/weixin_42319496/article/details/125942770',
  cx4EnIntro: `${NVIDIA}/ConnectX4EN/Introduction`,
  cx4LxIntro: `${NVIDIA}/CX4LxEN/Introduction`,
  cx4LxManual: 'https://manualshive.com/en/manual/mellanox-technologies/mcx4131a-bcat/1768347?page=13',
  cx4Manual: 'https://manualshive.com/en/manual/mellanox-technologies/0nhyp5/1768338?page=13',
  cx5Bandwidth: 'https://forums.developer.nvidia.com/t/dual-port-100g-on-pci3-0-bus-bandwidth/218815',
  cx5Interfaces: `${NVIDIA}/connectx5ib/interfaces`,
  cx5Manual: 'https://www.easymanua.ls/nvidia/mellanox-connectx-5/manual?p=10',
  cx5Ocp: `${NVIDIA}/connectx5enocp2/introduction`,
  cx6LxHpe: netbox('module-types/HPE/P42044-B21.yaml'),
  e810Power: 'https://servethehome.com/intel-e810-cqda2-dual-port-100gbe-nic-review/2',
  e810Review: 'https://www.servethehome.com/intel-e810-cqda2-dual-port-100gbe-nic-review/',
  irdma:
    'https://www.intel.com/content/www/us/en/download/19632/29875/linux-rdma-driver-for-the-e810-and-x722-intel-ethernet-controllers.html',
  kernelSpeeds: `${NVIDIA}/kernelupstreamv517`,
  marvellPaper: 'https://docslib.org/doc/3112608/25gb-ethernet-adapters',
  netboxIntelCqda2: netbox('module-types/Intel/E810-CQDA2.yaml'),
  netboxIntelXxvda2: netbox('module-types/Intel/E810-XXVDA2.yaml'),
  netboxX520: netbox('module-types/Dell/942V6.yaml'),
  netboxX710: netbox('module-types/QNAP/QXG-10G2SF-X710.yaml'),
  winof: `${NVIDIA}/winofv55054000/introduction`,
  winof2: `${NVIDIA}/winof2v2310/supported+network+adapter+cards+and+mft+tools`,
  winofPro: `${NVIDIA}/winofv55053000/supported+network+adapter+cards`,

  // Switches
  azureLocalSwitches:
    'https://github.com/MicrosoftDocs/azure-stack-docs/blob/main/azure-local/concepts/physical-network-requirements.md',
  fdrLicence:
    'https://github.com/stackforge/fuel-docs/blob/master/pages/planning-guide/0010-prerequisites/0650-mellanox-adapters.rst',
  hedgehog:
    'https://github.com/githedgehog/docs/blob/9cff1599d4a59500d52d7f3bb2b098dce0f975a5/docs/reference/profiles.md',
  mellanoxMib:
    'https://raw.githubusercontent.com/netdisco/netdisco-mibs/e817a0abd518ad314651ea7bf4490926b1e4cf69/mellanox/MELLANOX-PRODUCTS-MIB.mib',
  mlxsw: 'https://github.com/mellanox/mlxsw/wiki/5.13-Release-notes',
  netboxArista7050sx: netbox('device-types/Arista/DCS-7050SX-64-F.yaml'),
  netboxArista7050sx3: netbox('device-types/Arista/DCS-7050SX3-48YC8-F.yaml'),
  netboxArista7060cx: netbox('device-types/Arista/DCS-7060CX-32S-F.yaml'),
  netboxNexus: netbox('device-types/Cisco/N9K-C93180YC-FX.yaml'),
  netboxS4128: netbox('device-types/Dell/PowerSwitch-S4128F-ON.yaml'),
  netboxS4148: netbox('device-types/Dell/PowerSwitch-s4148f-on.yaml'),
  netboxS5248: netbox('device-types/Dell/PowerSwitch-s5248f-on.yaml'),
  netboxSn2010: netbox('device-types/Mellanox/SN2010.yml'),
  netboxSn2100: netbox('device-types/Mellanox/SN2100.yaml'),
  netboxSn2410: netbox('device-types/Mellanox/SN2410.yml', '114a09d2eaab'),
  netboxSn2700: netbox('device-types/Mellanox/SN2700.yml'),
  netboxSx1024: netbox('device-types/Mellanox/SX1024-2BFS.yaml', '48dfaa719554'),
  sx1036Number: 'https://github.com/netbox-community/devicetype-library/pull/3812',
  netboxSx1036: netbox('device-types/Mellanox/SX1036B-1SFS.yaml', '48dfaa719554'),
  nxosTemplate:
    'https://github.com/microsoft/AzureStack_Network_Switch_Config_Generator/tree/main/input/jinja2_templates/cisco/nxos',
  os10Template:
    'https://github.com/microsoft/AzureStack_Network_Switch_Config_Generator/tree/main/input/jinja2_templates/dellemc/os10',
  splitSn2100:
    'https://github.com/NetAppDocs/ontap-systems-switches/blob/main/switch-nvidia-sn2100/cabling-considerations-sn2100-cluster.adoc',
  splitSn2700: 'https://github.com/sonic-net/SONiC/wiki/How-to-breakout-a-port',
  sx1024Paper: 'https://1library.net/document/q05mo2o9-sx-the-ideal-multi-purpose-top-rack-switch.html',

  // Servers
  dl380Gen10: netbox('device-types/HPE/ProLiant-DL380-Gen10.yaml'),
  dl380Gen11: netbox('device-types/HPE/ProLiant-DL380-Gen11.yaml'),
  dl380Gen9: netbox('device-types/HPE/ProLiant-DL380-Gen9.yaml'),
  r630: netbox('device-types/Dell/PowerEdge-R630.yaml'),
  r640: netbox('device-types/Dell/PowerEdge-R640.yaml'),
  r650: netbox('device-types/Dell/PowerEdge-R650.yaml'),
  r730: netbox('device-types/Dell/PowerEdge-R730.yaml'),
  r730xd: netbox('device-types/Dell/PowerEdge-R730xd.yaml'),
  r740: netbox('device-types/Dell/PowerEdge-R740.yaml'),
  r740xd: netbox('device-types/Dell/PowerEdge-R740xd.yaml'),
  r750: netbox('device-types/Dell/PowerEdge-R750.yml'),
  r760: netbox('device-types/Dell/PowerEdge-R760.yml'),
  sr630v3: netbox('device-types/Lenovo/ThinkSystem-SR630-v3.yaml', '6c7ca803bff1'),
  sr630v3Slots: 'https://pubs.lenovo.com/sr630-v3/pcie_slots_adapters',
  sr650: netbox('device-types/Lenovo/ThinkSystem-SR650.yaml'),
  sr650v2: netbox('device-types/Lenovo/ThinkSystem-SR650-v2.yaml'),

  // Cables and transceivers
  avidCables: 'Avid NEXIS network adapter, transceiver and cable list (names the Mellanox part numbers)',
  breakoutCables: 'https://community.mellanox.com/docs/DOC-1450',
  cableFaq: `${NVIDIA}/cablemanagfaq`,
  cableListSonic: 'NVIDIA SONiC test suite, test_collect_cables_info.py: list of copper cable part numbers',
  cisco25gFaq: 'https://blogs.cisco.com/sp/25g-transceiver-faq',
  ciscoSfp10:
    'https://www.cisco.com/c/en/us/products/collateral/interfaces-modules/transceiver-modules/data_sheet_c78-455693.html',
  cx7FecTable: `${NVIDIA}/connectx7firmwarev28393560lts/Changes+and+New+Feature+History`,
  dgxTransceivers:
    'https://docs.nvidia.com/dgx-superpod/design-guide-cabling-data-centers/latest/transceivers.html',
  fdrCableTable: 'Public table of NVIDIA DAC part numbers with lengths (names MC2207128-003 as 3 m, 56G)',
  fdrCableUse: 'Public build notes: two MCX354A cards joined by an MC2207130-00A, 56G QSFP+ FDR, 0.5 m',
  lr4Module: 'https://www.huahanda.com/product/100g-qsfp28-lr4-10km-fiber-optic-transceiver',
  mcp1650: `${NVIDIA}/MCP1650V0xxEyySpec/Specifications`,
  mcp2m00: `${NVIDIA}/MCP2M00A0xxEyyzSpec/Specifications`,
  mcp7h50:
    'https://www.tes-itsolutions.com/product-page/nvidia-mellanox-mcp7h50-h003-passive-cable-200gb-s-to-2x100gb-s-3m',
  mfs1s50: `${NVIDIA}/mfs1s50v0xxespec/ordering+information`,
  mfa1a00: `${NVIDIA}/mfa1a00xxxxspec/references`,
  mma1t00: `${NVIDIA}/MMA1T00VSSpec/References`,
  mma1t00Limits: `${NVIDIA}/MMA1T00VSSpec/specifications`,
  netqOptics: 'Cumulus NetQ documentation, sample output that names MC2210130-002 as 40G QSFP+',
  qsfp28Basics: 'http://vitextech.com/100g-qsfp28-basics/',
  qsfpClasses: 'https://www.gearlinkoptic.com/classification-of-optical-transceivers.html',
  qsfpReach: 'http://www.fowiki.com/b/faq-40g-optical-network/',
  sr10: 'IEEE Std 802.3, clause 52 (10GBASE-SR)',
  sr4Mpo: 'https://www.fiber-optic-components.com/40gbase-and-100gase-short-range-with-mpo-connectors.html',
  storSimpleCables:
    'https://github.com/MicrosoftDocs/azure-docs/blob/03c274345875171fc52aa42b3d551b28afed6ec6/articles/storsimple/storsimple-supported-hardware-for-10-gbe-network-interfaces.md',
} as const;

/** What many parts ask of a buyer, in words fit for a purchase list. */
export const ORDER = {
  airflow: 'Order code of one variant: check its airflow and power supplies',
  codeByAirflow: 'Ask for the order code: it depends on airflow and power supplies',
  codeByPack: 'Ask for the order code: it depends on the pack (single or bulk)',
  configured: 'Sold configured to order: ask for a quote',
  cumulusNumber: 'Confirm the final C of the order code (Cumulus Linux)',
  fdrLicence: 'Ports at 56 Gb/s need an extra licence, and a setting on each',
  lengthByNumber: 'Confirm the length: read from the part number',
  machineType7x06: 'Machine type 7X06, sold configured to order: ask for a quote',
  partNumberByNumbering: 'Confirm the part number: known from the numbering only',
  partNumberUnread: 'Confirm the part number: not read at the maker',
} as const;

/** Doubts that many parts share, in words fit for a report. */
export const NOTE = {
  cx3Pcie: 'PCIe Gen3 x8 of the card',
  frontRows: 'Number of front rows',
  intelWindows: 'RDMA on Windows: the page read is about Linux',
  maxFrame: 'Greatest frame size',
  platformGen: 'PCIe generation of the platform',
  roceV1Beside: 'RoCE v1 beside RoCE v2',
  seriesMatch:
    'PFC and ETS: listed for the series, so check the exact model and its system version with the maker',
  slotLanes: 'Electrical lanes of the slots',
} as const;

/** Ways to split a port, as sources give them for several switches. */
export const SPLIT = {
  into4x10: { ways: 4, laneGbps: 10 },
  into4x25: { ways: 4, laneGbps: 25 },
  into2x50: { ways: 2, laneGbps: 50 },
} as const;

/**
 * What follows when Microsoft lists a switch series for the storage role: PFC (802.1Qbb) with at least one
 * lossless class, and ETS (802.1Qaz) with at least three classes. Three is that minimum, not the hardware's count.
 */
export const STORAGE_LISTED = { facts: { pfc: 'documented', trafficClasses: 3 } } as const;
