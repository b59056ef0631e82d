const DOCS = 'MicrosoftDocs/windowsserverdocs: ';
const AZURE = 'MicrosoftDocs/azure-stack-docs: azure-local/concepts/';
const TOR = 'Azure/AzureLocal-Supportability: TSG/Networking/Top-Of-Rack-Switch/';
const VALIDATE = 'microsoft/Validate-DCB: ';

/** Where rules come from: the key a rule names and the citation that is printed. */
export const SOURCES: ReadonlyMap<string, string> = new Map([
  ['SET', `${DOCS}virtualization/hyper-v-virtual-switch/RDMA-and-Switch-Embedded-Teaming.md`],
  ['SEED0', 'Microsoft: Deploy SMB Direct with RoCE Network Adapters (Windows Server 2012 and 2012 R2)'],
  ['CNIC', `${DOCS}networking/technologies/conv-nic/cnic-datacenter.md`],
  ['CSW', `${DOCS}networking/technologies/conv-nic/cnic-app-switch-config.md`],
  ['CTS', `${DOCS}networking/technologies/conv-nic/cnic-app-troubleshoot.md`],
  ['HNR', `${AZURE}host-network-requirements.md`],
  ['PNR', `${AZURE}physical-network-requirements.md`],
  ['ATC', `${DOCS}networking/network-atc/network-atc.md`],
  ['VG', `${VALIDATE}Tests/unit/global.unit.tests.ps1`],
  ['VM', `${VALIDATE}Tests/unit/modal.unit.tests.ps1`],
  ['VX', `${VALIDATE}Examples/Readme.md`],
  ['SMBD', `${DOCS}storage/file-server/smb-direct.md`],
  ['SMBMC', `${DOCS}failover-clustering/smb-multichannel.md`],
  ['S2D', `${DOCS}storage/storage-spaces/storage-spaces-direct-hardware-requirements.md`],
  ['HO', `${DOCS}networking/technologies/hpn/hpn-hardware-only-features.md`],
  ['TORQ', `${TOR}Reference-TOR-QOS-Policy-Configuration.md`],
  ['TORL', `${TOR}Troubleshoot-TOR-LLDP-DCBX-PFC-RoCEv2.md`],
  ['TORD', `${TOR}Reference-TOR-Disaggregated-Switched-Storage.md`],
  ['PSD', 'MicrosoftDocs/windows-powershell-docs: docset/winserver2025-ps and docset/winserver2012r2-ps'],
  ['GEN', 'microsoft/AzureStack_Network_Switch_Config_Generator: input/jinja2_templates'],
  ['DCBM', `${DOCS}networking/technologies/dcb/dcb-manage.md`],
  ['OS9', 'Dell OS9 manuals, prerequisites of priority flow control'],
  ['ENG', 'Engineering practice; no published source'],
]);
