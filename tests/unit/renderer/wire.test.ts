import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { LinkId, NodeId, PortId, SwitchId } from '../../../shared/lib/ids.ts';
import { computePlan } from '../../../shared/plan/index.ts';
import {
  aimWire,
  startWire,
  suggestTarget,
  targetWords,
  type WireSource,
  type WireTarget,
} from '../../../src-renderer/state/wire.ts';
import { aDesign } from '../../support/builders.ts';

const port = (text: string): WireTarget => ({ kind: 'port', portId: text as PortId });
const body = (text: string): WireTarget => ({ kind: 'body', ownerId: text as NodeId | SwitchId });

const design = aDesign()
  .profile('p', [{ part: 'nvidia-mcx512a-acat', slot: '1' }])
  .cluster('CL', 'hyper-v', 'p', ['N1', 'N2'])
  .switch('TOR1', 'nvidia-sn2010')
  .switch('TOR2', 'nvidia-sn2010')
  .link('N2/1/1', 'TOR1:swp1')
  .build();
const plan = computePlan(design, catalog);

function pull(source: WireSource, target: WireTarget | null) {
  const wire = startWire(plan, source);
  if (!wire.ok) return wire.error;
  const aim = aimWire(plan, wire.value, target);
  return aim === null ? null : aim.ok ? aim.value : aim.error;
}

describe('a wire from a port', () => {
  const from = { kind: 'port', portId: 'n1/1/1' as PortId } as const;
  it('ends at a port that fits', () => {
    expect(pull(from, port('tor1/swp2'))).toEqual({
      kind: 'connect',
      a: 'n1/1/1',
      b: 'tor1/swp2',
      speedGbps: 25,
    });
  });
  it('takes the first free fitting port of a body', () => {
    expect(pull(from, body('tor1'))).toMatchObject({ b: 'tor1/swp2' });
    expect(pull(from, body('n2'))).toMatchObject({ b: 'n2/1/2' });
  });
  it('says why not, and nothing on empty ground, its own card and its own port', () => {
    expect(pull(from, port('tor1/swp22'))).toMatch(/^SFP28 and QSFP28/);
    expect(pull(from, null)).toBeNull();
    expect(pull(from, body('n1'))).toBeNull();
    expect(pull(from, port('n1/1/1'))).toBeNull();
    expect(pull(from, port('n1/1/2'))).toBe('Both ports are on N1: a cable joins two devices.');
  });
  it('does not begin at a taken port', () => {
    const taken = { kind: 'port', portId: 'n2/1/1' as PortId } as const;
    expect(pull(taken, null)).toBe('N2 SLOT 1 Port 1 is taken by cable C001 to TOR1 swp1.');
  });
  it('counts the ports that fit: those of both switches and of the other node', () => {
    const wire = startWire(plan, from);
    expect(wire.ok && targetWords(wire.value)).toBe('36 ports fit at 25 Gb/s');
  });
});

describe('a wire from a body', () => {
  const from = { kind: 'body', ownerId: 'n2' as NodeId } as const;
  it('takes the first free pair of both', () => {
    expect(pull(from, body('tor2'))).toEqual({ kind: 'connect', a: 'n2/1/2', b: 'tor2/swp1', speedGbps: 25 });
    expect(pull(from, port('tor1/swp7'))).toMatchObject({ a: 'n2/1/2', b: 'tor1/swp7' });
  });
  it('from a switch knows all kinds of its ports', () => {
    const tor = { kind: 'body', ownerId: 'tor1' as SwitchId } as const;
    expect(pull(tor, port('tor2/swp22'))).toMatchObject({ a: 'tor1/swp19', b: 'tor2/swp22', speedGbps: 100 });
    expect(pull(tor, body('n1'))).toMatchObject({ a: 'tor1/swp2', b: 'n1/1/1' });
  });
});

describe('a wire from the end of a cable', () => {
  const linkId = must([...design.links.keys()][0], 'link') as LinkId;
  const end = { kind: 'end', linkId, side: 'b' } as const;
  it('moves that end, the other stays', () => {
    expect(pull(end, port('tor2/swp5'))).toEqual({
      kind: 'move',
      linkId,
      side: 'b',
      to: 'tor2/swp5',
      speedGbps: 25,
    });
    expect(pull(end, body('tor2'))).toMatchObject({ to: 'tor2/swp1' });
    expect(pull({ ...end, side: 'a' }, body('n1'))).toMatchObject({ to: 'n1/1/1' });
  });
  it('means nothing where it is already', () => {
    expect(pull(end, port('tor1/swp1'))).toBeNull();
  });
  it('cannot end on the device of the other end', () => {
    expect(pull(end, port('n2/1/2'))).toBe('Both ports are on N2: a cable joins two devices.');
  });
});

describe('what is offered first to someone who chooses by keys', () => {
  const suggest = (source: WireSource) => {
    const wire = startWire(plan, source);
    return wire.ok ? suggestTarget(plan, wire.value) : wire.error;
  };
  it('is a switch the node is not cabled to yet, and a node for a switch', () => {
    expect(suggest({ kind: 'port', portId: 'n1/1/1' as PortId })).toBe('tor1/swp2');
    expect(suggest({ kind: 'port', portId: 'n2/1/2' as PortId })).toBe('tor2/swp1');
    expect(suggest({ kind: 'port', portId: 'tor1/swp3' as PortId })).toBe('n1/1/1');
  });
  it('is a port of the same device for an end that moves', () => {
    const linkId = must([...design.links.keys()][0], 'link') as LinkId;
    expect(suggest({ kind: 'end', linkId, side: 'b' })).toBe('tor1/swp2');
  });
  it('is nothing where nothing fits', () => {
    const alone = { ...design, switches: new Map(), links: new Map() };
    const nodes = new Map([...alone.nodes].slice(0, 1));
    const only = computePlan({ ...alone, nodes }, catalog);
    const wire = startWire(only, { kind: 'port', portId: 'n1/1/1' as PortId });
    expect(wire.ok && suggestTarget(only, wire.value)).toBeNull();
    expect(wire.ok && targetWords(wire.value)).toBe('No port fits: there is no other device with ports');
  });
});
