import { describe, expect, it } from 'vitest';
import { catalog } from '../../../shared/catalog/index.ts';
import { must } from '../../../shared/lib/assert.ts';
import { computeOutcome } from '../../../shared/outcome.ts';
import { templateById } from '../../../shared/templates/index.ts';
import { findIn, findIndex, fuzzyScore } from '../../../src-renderer/state/search/index.ts';

const design = must(templateById('eight-node-dual-10g'), 'the template exists').build();
const [firstId, first] = must([...design.nodes][0], 'there are nodes');
const slot = must(design.profiles.get(first.profileId)?.adapters[0], 'it has an adapter').slot;
const mac = '0C-42-A1-00-00-7F';
const outcome = computeOutcome(
  { ...design, nodes: new Map(design.nodes).set(firstId, { ...first, macs: [{ slot, port: 1, mac }] }) },
  catalog,
);
const index = findIndex(outcome);
const found = (search: string) => findIn(index, search);
const kinds = (search: string) => new Set(found(search).map((entry) => entry.kind));

describe('find', () => {
  it('finds a node by its name in any case, and not each of its ports with it', () => {
    const { record } = must(outcome.plan.nodes[0], 'there are nodes');
    const [entry, ...rest] = found(record.name.toLowerCase()).filter((match) => match.kind !== 'check');
    expect(entry).toMatchObject({ kind: 'node', label: record.name, select: [record.id] });
    expect(rest.filter((match) => match.kind === 'port')).toEqual([]);
  });

  it('finds a port by the name of its owner and its own', () => {
    const port = must(outcome.plan.adapters[0]?.ports[1], 'a second port');
    const matches = found(port.label).filter((match) => match.kind === 'port');
    expect(matches.map((match) => match.select)).toContainEqual([port.id]);
    const owners = new Set(matches.map((match) => match.label.split(' ')[0]));
    expect([...owners]).toEqual([port.label.split(' ')[0]]);
  });

  it('finds a cable by its number and by its product', () => {
    const link = must(outcome.plan.links[11], 'twelve cables');
    expect(found('c012').map((match) => match.select)).toEqual([[link.id]]);
    const cable = must(link.cable, 'it has a cable');
    const part = cable.kind === 'assembly' ? cable.part : cable.transceiverA;
    expect(kinds(must(part.partNumber ?? part.model, 'it has a name'))).toContain('cable');
  });

  it('finds adapters, switches and nodes by their model', () => {
    const { adapters, switches } = outcome.plan;
    expect(
      found(must(adapters[0], 'adapters').model).filter((match) => match.kind === 'adapter'),
    ).toHaveLength(adapters.length);
    expect(kinds(must(switches[0]?.part?.model, 'a known switch'))).toContain('switch');
  });

  it('finds an address by its beginning and a MAC address however it is written', () => {
    const endpoint = must(
      outcome.plan.nodes[0]?.endpoints.find((each) => each.address !== null),
      'an address',
    );
    expect(found(must(endpoint.address, 'address')).map((match) => match.detail)).toContain(endpoint.address);
    expect(found('0c-42-a1-00-00-7f')).toHaveLength(1);
    expect(found('0C:42:A1:00:00:7F').map((match) => match.kind)).toEqual(['port']);
  });

  it('finds networks by name and VLAN, clusters, and checks that are open', () => {
    const network = must(outcome.plan.networks[0], 'a network');
    expect(kinds(network.name)).toContain('network');
    expect(kinds(must(outcome.plan.clusters[0], 'a cluster').record.name)).toContain('cluster');
    const open = must(
      outcome.findings.find((finding) => ['fail', 'warn', 'info'].includes(finding.status)),
      'an open check',
    );
    expect(found(open.rule).map((match) => match.kind)).toContain('check');
  });

  it('finds nothing without a word, and needs every word', () => {
    expect(found('')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(found(`${first.name} nowhere-at-all`)).toEqual([]);
  });

  it('names every entry once', () => {
    expect(new Set(index.map((entry) => entry.key)).size).toBe(index.length);
  });
});

describe('fuzzyScore', () => {
  const best = (search: string, texts: readonly string[]) =>
    [...texts].sort((a, b) => fuzzyScore(search, b) - fuzzyScore(search, a))[0];

  it('prefers beginnings of words to letters inside them', () => {
    expect(best('sa', ['Disable', 'Save as', 'Select all'])).toBe('Save as');
    expect(best('fe', ['Fit everything', 'Offer'])).toBe('Fit everything');
    expect(best('zoom i', ['Zoom out', 'Zoom in'])).toBe('Zoom in');
  });

  it('takes letters in order only', () => {
    expect(fuzzyScore('undo', 'Undo')).toBeGreaterThan(0);
    expect(fuzzyScore('oudn', 'Undo')).toBe(0);
    expect(fuzzyScore('xyz', 'Export')).toBe(0);
  });

  it('does not call letters strewn over a sentence a match', () => {
    expect(fuzzyScore('eit', 'Move the selection without the grid')).toBe(0);
  });
});
