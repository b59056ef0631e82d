import { quotePowerShell } from '../../lib/quote.ts';
import { isAtLeast } from '../../model/index.ts';
import { defineStep, type ScriptInput } from '../define.ts';
import { settingsOf } from '../settings.ts';
import { changeLines } from '../text.ts';
import { hostAdaptersOf } from './host-adapters.ts';

/** An interface and whether RDMA is wanted on it. */
interface RdmaInterface {
  readonly name: string;
  readonly on: boolean;
}

/** Interfaces on which RDMA is decided, physical ports first: a vNIC's RDMA stands on the port below. */
export function rdmaInterfacesOf(input: ScriptInput): RdmaInterface[] {
  const ports = settingsOf(input).ports.flatMap(({ port, rdma }) =>
    rdma === null ? [] : [{ name: port.name, on: rdma }],
  );
  const vnics = isAtLeast(input.os, '2016')
    ? hostAdaptersOf(input).map(({ interfaceName, vnic }) => ({ name: interfaceName, on: vnic.rdma }))
    : [];
  return [...ports, ...vnics];
}

/** The state of RDMA on one interface, as an argument; an interface without any is one where it is off. */
export function readRdma({ name, on }: RdmaInterface): string {
  const read = `(Read-Property -From (Get-NetAdapterRdma -Name ${quotePowerShell(name)} -ErrorAction SilentlyContinue) -Name 'Enabled')`;
  return on ? read : `([bool]${read})`;
}

export const rdma = defineStep({
  id: 'rdma',
  title: 'RDMA',
  script: 'configure',
  perProfile: true,
  appliesTo: (input) => rdmaInterfacesOf(input).length > 0,
  helpers: ['Test-Designed', 'Add-Change', 'Read-Property'],
  lines: (input) =>
    rdmaInterfacesOf(input).flatMap(({ name, on }) =>
      changeLines({
        what: `${name}: RDMA`,
        is: readRdma({ name, on }),
        should: on ? '$true' : '$false',
        on: name,
        target: name,
        action: on ? 'Turn RDMA on' : 'Turn RDMA off',
        commands: [
          `${on ? 'Enable' : 'Disable'}-NetAdapterRdma -Name ${quotePowerShell(name)} -Confirm:$false -ErrorAction Stop`,
        ],
      }),
    ),
});
