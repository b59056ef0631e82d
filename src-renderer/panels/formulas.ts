import type { Network } from '../../shared/model/index.ts';
import {
  COMPLETION_HEADER,
  GENERATIONS,
  WRITE_HEADER,
  dataRate,
  packetShape,
  type FormulaId,
  type PcieRates,
  type Plan,
  type PlanAdapter,
  type PlanPort,
} from '../../shared/plan/index.ts';
import { gbps, lineSpeed, pcieLink } from './format.ts';
import { LIMIT } from './words.ts';

/** One step of how a rate comes about, with its numbers filled in. */
export interface FormulaLine {
  readonly name: string;
  readonly formula: string;
  readonly result: string;
  /** Where the formula is told, with its constants and sources. */
  readonly page: FormulaId;
  /** Set on the step that decides the ceiling. */
  readonly decides?: boolean;
}

/** Every step from slot and ports to an adapter's ceiling. All results are Gb/s, one direction. */
export function adapterFormulas(plan: Plan, adapter: PlanAdapter): readonly FormulaLine[] {
  const lines: FormulaLine[] = [];
  if (adapter.link && adapter.pcie && adapter.part) {
    lines.push({
      name: 'PCIe link',
      formula: `the lesser of card ${pcieLink(adapter.part.pcie)} and slot ${pcieLink(adapter.slot)}`,
      result: pcieLink(adapter.link),
      page: 'pcie-link',
    });
    lines.push(...pcieLines(adapter.link, adapter.pcie, plan.fabric.maxPayloadBytes, adapter));
  }
  const networks = new Map(plan.networks.map((network) => [network.id, network]));
  for (const port of adapter.ports) {
    if (port.speedGbps !== null) lines.push(portLine(plan, adapter, port, networks));
  }
  return [...lines, ...ceilingLines(adapter)];
}

function pcieLines(
  link: { readonly gen: number; readonly lanes: number },
  pcie: PcieRates,
  mps: number,
  { limitedBy }: PlanAdapter,
): FormulaLine[] {
  const transfer = (pcie.rawGbps / link.lanes).toFixed(1);
  const tlp = gbps(pcie.tlpGbps);
  return [
    {
      name: 'After encoding',
      formula: `${transfer} GT/s x ${link.lanes} lanes x ${GENERATIONS[link.gen]?.code.join('/') ?? '1'}`,
      result: gbps(pcie.encodedGbps),
      page: 'pcie-encoding',
    },
    {
      name: 'For transactions',
      formula: `${gbps(pcie.encodedGbps)} less acknowledgements, flow control and skips at MPS ${mps}`,
      result: tlp,
      page: 'pcie-tlp',
    },
    {
      name: 'DMA write (receive)',
      formula: `${tlp} x ${mps} / (${mps} + ${WRITE_HEADER})`,
      result: gbps(pcie.writeGbps),
      page: 'pcie-dma',
      decides: limitedBy.receive === 'pcie',
    },
    {
      name: 'DMA read (send)',
      formula: `${tlp} x ${mps} / (${mps} + ${COMPLETION_HEADER})`,
      result: gbps(pcie.readGbps),
      page: 'pcie-dma',
      decides: limitedBy.send === 'pcie',
    },
  ];
}

function portLine(
  plan: Plan,
  adapter: PlanAdapter,
  port: PlanPort,
  networks: ReadonlyMap<string, Network>,
): FormulaLine {
  const protocol = adapter.rdma ? adapter.slot.protocol : null;
  const tagged = port.networkIds.some((id) => (networks.get(id)?.vlan ?? 0) > 0);
  const shape = packetShape(protocol, plan.fabric.mtu, tagged);
  const speed = port.speedGbps ?? 0;
  const carries = `${protocol ?? 'TCP'}, MTU ${plan.fabric.mtu}${tagged ? ', tagged' : ''}`;
  return {
    name: `Port ${port.number} at ${lineSpeed(speed)}`,
    formula: `${gbps(dataRate(speed))} x ${shape.payload} / (${shape.payload} + ${shape.wire - shape.payload}) (${carries})`,
    result: gbps(port.payloadGbps),
    page: 'payload',
  };
}

function ceilingLines({
  ports,
  portPayloadGbps,
  part,
  pcie,
  ceilingGbps,
  limitedBy,
}: PlanAdapter): FormulaLine[] {
  const running = ports.filter((port) => port.speedGbps !== null);
  if (running.length === 0)
    return [
      {
        name: 'Ceiling',
        formula: 'no port is cabled',
        result: gbps(0),
        page: 'adapter-ceiling',
        decides: true,
      },
    ];
  const lines: FormulaLine[] = [];
  if (running.length > 1) {
    lines.push({
      name: 'All ports',
      formula: running.map((port) => gbps(port.payloadGbps)).join(' + '),
      result: gbps(portPayloadGbps),
      page: 'adapter-ceiling',
      decides: limitedBy.receive === 'ports' || limitedBy.send === 'ports',
    });
  }
  const card = part?.cardLimitGbps ?? null;
  const third = card === null ? '' : `, card ${gbps(card)}`;
  const least = (name: string, rate: number): string =>
    `the least of ports ${gbps(portPayloadGbps)}, ${name} ${gbps(rate)}${third}`;
  return [
    ...lines,
    {
      name: 'Receives',
      formula: `${least('DMA write', pcie?.writeGbps ?? 0)}: limited by ${LIMIT[limitedBy.receive]}`,
      result: gbps(ceilingGbps.receive),
      page: 'adapter-ceiling',
      decides: true,
    },
    {
      name: 'Sends',
      formula: `${least('DMA read', pcie?.readGbps ?? 0)}: limited by ${LIMIT[limitedBy.send]}`,
      result: gbps(ceilingGbps.send),
      page: 'adapter-ceiling',
      decides: true,
    },
  ];
}
