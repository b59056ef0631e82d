import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/geometry/index.ts';
import type { Design } from '../../../shared/model/index.ts';
import type { Plan } from '../../../shared/plan/index.ts';
import { buildScene, isVisible, type Scene, type ScenePort } from '../../../shared/scene/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { aDesign } from '../../support/builders.ts';
import { isInside, overlap, samplePath, sceneOf, textBox, textsOf, withTable } from './helpers.ts';

const middle = (box: Box) => box.x + box.width / 2;

function lineOf(cable: { readonly marks: readonly { readonly kind: string }[] }): string {
  const line = cable.marks.find((mark) => mark.kind === 'path') as { readonly d: string } | undefined;
  return line?.d ?? '';
}

describe.each(templates.map((template) => [template.id, template] as const))(
  'the drawing of %s',
  (_, template) => {
    const { scene, plan } = sceneOf(template.build());
    const ports = new Map<string, ScenePort>(
      [...scene.nodes, ...scene.switches].flatMap((owner) =>
        owner.ports.map((port) => [port.id, port] as const),
      ),
    );

    it('shows what the plan counts', () => {
      const nodePorts = scene.nodes.flatMap((node) => node.ports);
      const switchPorts = scene.switches.flatMap((item) => item.ports);
      expect({
        nodes: scene.nodes.length,
        switches: scene.switches.length,
        cables: scene.cables.length,
        adapterPorts: nodePorts.length,
        portsCabled: nodePorts.filter((port) => port.cabled).length,
        switchPortsUsed: switchPorts.filter((port) => port.cabled).length,
        switchPortsFree: switchPorts.filter((port) => !port.cabled).length,
      }).toEqual({
        nodes: plan.totals.nodes,
        switches: plan.totals.switches,
        cables: plan.totals.cables,
        adapterPorts: plan.totals.adapterPorts,
        portsCabled: plan.totals.portsCabled,
        switchPortsUsed: plan.totals.switchPortsUsed,
        switchPortsFree: plan.totals.switchPortsFree,
      });
      expect(scene.clusters.map((cluster) => cluster.id)).toEqual(
        plan.clusters.map(({ record }) => record.id),
      );
    });

    it('ends every cable on the edge of its two ports', () => {
      for (const cable of scene.cables) {
        const samples = samplePath(lineOf(cable));
        const [a, b] = cable.ends.map((id) => ports.get(id ?? ''));
        for (const [port, point] of [
          [a, samples[0]],
          [b, samples.at(-1)],
        ] as const) {
          // A cable that nearly lines up with its other end enters the cage beside its middle instead of leaning.
          expect(Math.abs((point?.x ?? Infinity) - (port ? middle(port.box) : 0))).toBeLessThan(4);
          expect(point?.y).toBe(port && (port.side === 'top' ? port.box.y : port.box.y + port.box.height));
        }
        expect(cable.broken).toBe(false);
      }
    });

    it('keeps ports, cards and panels apart', () => {
      const boxes = [...ports.values()].map((port) => port.box);
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      const bodies = [...scene.nodes, ...scene.switches].map((item) => item.box);
      for (const [i, a] of bodies.entries()) {
        for (const b of bodies.slice(i + 1)) {
          expect(overlap({ ...a, width: a.width + 16, height: a.height + 40 }, b)).toBe(false);
        }
      }
    });

    it('runs no cable over a card, a caption, or the words of a panel', () => {
      const cards = scene.nodes.map((node) => node.box);
      const words = [...scene.clusters, ...scene.switches].flatMap((item) =>
        textsOf(item.marks).filter((mark) => isVisible(mark, 'middle') || isVisible(mark, 'near')),
      );
      const closed = [...cards, ...words.map(textBox)];
      for (const cable of scene.cables) {
        const ends = cable.ends.map((id) => ports.get(id ?? '')?.box);
        for (const point of samplePath(lineOf(cable))) {
          const hit = closed.find(
            (box) => isInside(point, box) && !ends.some((end) => end && overlap(end, box)),
          );
          expect(hit, `${cable.label} at ${point.x} ${point.y}`).toBeUndefined();
        }
      }
    });

    it('keeps 4 units between the lines of cables that run beside each other', () => {
      const runs = scene.cables.flatMap((cable) => {
        const corners = [
          ...lineOf(cable).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)|Q\S+ \S+ (-?[\d.]+) (-?[\d.]+)/g),
        ];
        const points = corners.map(([, x, y, qx, qy]) => ({ x: Number(x ?? qx), y: Number(y ?? qy) }));
        return points.slice(1).map((to, i) => ({ id: cable.id, from: points[i] ?? to, to }));
      });
      for (const [across, along] of [
        ['x', 'y'],
        ['y', 'x'],
      ] as const) {
        const straight = runs.filter(
          ({ from, to }) => from[across] === to[across] && from[along] !== to[along],
        );
        for (const [i, p] of straight.entries()) {
          for (const q of straight.slice(i + 1)) {
            const shared =
              Math.min(Math.max(p.from[along], p.to[along]), Math.max(q.from[along], q.to[along])) -
              Math.max(Math.min(p.from[along], p.to[along]), Math.min(q.from[along], q.to[along]));
            if (p.id === q.id || shared <= 1) continue;
            expect(Math.abs(p.from[across] - q.from[across]), `${p.id} and ${q.id}`).toBeGreaterThanOrEqual(
              4,
            );
          }
        }
      }
    });

    it('writes every word inside the thing it belongs to, at every level', () => {
      for (const item of [...scene.clusters, ...scene.nodes, ...scene.switches]) {
        const own = 'ports' in item ? item.ports.flatMap((port) => port.marks) : [];
        const inPills = scene.clusters.includes(item as never) ? /^\d+$/ : /^$/;
        for (const mark of textsOf([...item.marks, ...own])) {
          if (inPills.test(mark.text)) continue;
          const box = textBox(mark);
          expect(box.x, mark.text).toBeGreaterThanOrEqual(item.box.x);
          expect(box.x + box.width, mark.text).toBeLessThanOrEqual(item.box.x + item.box.width);
          expect(box.y, mark.text).toBeGreaterThanOrEqual(item.box.y - 4);
          expect(box.y + box.height, mark.text).toBeLessThanOrEqual(item.box.y + item.box.height + 4);
        }
      }
    });

    it.each(['far', 'middle', 'near'] as const)(
      'lets no two words of a card or panel touch at level %s',
      (detail) => {
        for (const item of [...scene.clusters, ...scene.nodes, ...scene.switches]) {
          const own = 'ports' in item ? item.ports.flatMap((port) => port.marks) : [];
          const shown = textsOf([...item.marks, ...own]).filter((mark) => isVisible(mark, detail));
          for (const [i, a] of shown.entries()) {
            for (const b of shown.slice(i + 1)) {
              const small = (box: Box) => ({ ...box, y: box.y + 1, height: box.height - 3 });
              expect(overlap(small(textBox(a)), small(textBox(b))), `${a.text} and ${b.text}`).toBe(false);
            }
          }
        }
      },
    );

    it('holds everything inside its bounds', () => {
      for (const { box } of [...scene.clusters, ...scene.cables, ...scene.nodes, ...scene.switches]) {
        expect(box.x).toBeGreaterThanOrEqual(scene.bounds.x);
        expect(box.y).toBeGreaterThanOrEqual(scene.bounds.y);
        expect(box.x + box.width).toBeLessThanOrEqual(scene.bounds.x + scene.bounds.width);
        expect(box.y + box.height).toBeLessThanOrEqual(scene.bounds.y + scene.bounds.height);
      }
    });

    it('puts Hyper-V above, switches between, file servers and hyper-converged nodes below', () => {
      const rank = { 'hyper-v': 0, switch: 1, 'file-server': 2, 'hyper-converged': 2 } as const;
      const items = [
        ...plan.nodes.map((node) => ({ id: node.id, rank: rank[node.cluster.kind] })),
        ...plan.switches.map((item) => ({ id: item.id, rank: rank.switch })),
      ];
      const y = new Map<string, number>(
        [...scene.nodes, ...scene.switches].map((item) => [item.id, item.box.y] as const),
      );
      for (const a of items) {
        for (const b of items) if (a.rank < b.rank) expect(y.get(a.id)).toBeLessThan(y.get(b.id) ?? 0);
      }
    });

    it('names every item, and no two alike', () => {
      const items = [
        ...scene.clusters,
        ...scene.nodes,
        ...scene.switches,
        ...scene.cables,
        ...ports.values(),
      ];
      const labels = items.map((item) => item.label);
      expect(labels.every((label) => label.length > 3)).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
    });

    it('explains each network in use by name, VLAN and a letter of its own', () => {
      const used = new Set(plan.links.flatMap((link) => link.networkIds));
      const names = plan.networks.filter((network) => used.has(network.id)).map((network) => network.name);
      const entries = scene.legend.filter((entry) => / · (VLAN \d+|untagged)$/.test(entry.label));
      expect(entries.map((entry) => entry.label.replace(/ · [^·]*$/, '')).sort()).toEqual([...names].sort());
      const letters = entries.flatMap((entry) => textsOf(entry.marks).map((mark) => mark.text));
      expect(new Set(letters).size).toBe(names.length);
    });

    it('is the same from an equal design', () => {
      expect(sceneOf(template.build()).scene).toEqual(scene);
    });
  },
);

describe('words of the eight-node drawing', () => {
  const { scene } = sceneOf(build('eight-node-dual-10g'));

  it('tell a screen reader what is where', () => {
    expect(scene.nodes.find((node) => node.id === 'fs01')?.label).toBe(
      'FS01, file server, 2 of 2 ports cabled',
    );
    const port = scene.nodes.flatMap((node) => node.ports).find(({ id }) => id === 'fs01/2/1');
    expect(port?.label).toMatch(/^FS01 SLOT 2 Port 1, SFP\+, to TOR1 .*, Storage A$/);
    expect(scene.cables[0]?.label).toMatch(
      /^Cable C001, .* to TOR1 .*, 10 Gb\/s, copper, 3 m, Storage [AB]$/,
    );
    expect(scene.switches[0]?.label).toMatch(/^TOR1, switch PowerSwitch S4128F-ON, 16 of 30 ports used$/);
  });

  it('count the cluster and its rate', () => {
    const texts = scene.clusters.flatMap((cluster) => textsOf(cluster.marks).map((mark) => mark.text));
    expect(texts).toContain('Hyper-V cluster HV-CL1');
    expect(texts.some((text) => /^6 nodes · 12 ports · \d+\.\d GB\/s in$/.test(text))).toBe(true);
  });

  it('say which way the rate of a cluster goes, and cut no number where the region is narrow', () => {
    const rates = (design: Design) =>
      sceneOf(design).scene.clusters.flatMap((cluster) =>
        textsOf(cluster.marks).flatMap(({ text }) => (/^\d+ node.*GB/.test(text) ? [text] : [])),
      );
    const [out, into] = rates(build('two-node-40g'));
    expect(out).toMatch(/^1 node · 1 port · \d\.\d GB\/s out$/);
    expect(into).toMatch(/^1 node · 1 port · \d\.\d GB\/s in$/);
    const alone = aDesign()
      .profile('p', [{ part: 'nvidia-mcx512a-acat' }])
      .cluster('S2D', 'hyper-converged', 'p', ['N1']);
    expect(rates(alone.build())).toEqual(['1 node · 0.0 GB/s each way']);
  });

  it('number the front panel as it is printed: odd above even', () => {
    const y = (number: number) =>
      scene.switches[0]?.ports.find(({ label }) => label.startsWith(`TOR1 ethernet1/1/${number},`))?.box ?? {
        x: 0,
        y: 0,
      };
    expect(y(2).y).toBeGreaterThan(y(1).y);
    expect(y(2).x).toBe(y(1).x);
    expect(y(3).x).toBeGreaterThan(y(1).x);
    expect(y(3).y).toBe(y(1).y);
  });
});

describe('a drawing that was changed by hand', () => {
  it('keeps what is placed and moves nothing else', () => {
    const design = build('eight-node-dual-10g');
    const before = sceneOf(design).scene;
    const moved = new Map([['hv03', { id: 'hv03', x: 900, y: -400 }]]) as never;
    const after = sceneOf({ ...design, placements: moved }).scene;
    for (const node of after.nodes) {
      const old = before.nodes.find(({ id }) => id === node.id)?.box;
      if (node.id === 'hv03') expect(node.box).toMatchObject({ x: 900, y: -400 });
      else expect(node.box).toEqual(old);
    }
  });

  it('gives a new name without moving anything', () => {
    const design = build('ten-node-two-40g');
    const before = sceneOf(design).scene;
    const named = withTable(design, 'nodes', ({ id }) => (id === 'hv02' ? { name: 'A-FIRST' } : {}));
    const after = sceneOf(named).scene;
    for (const node of after.nodes) {
      const old = before.nodes.find(({ id }) => id === node.id)?.box;
      expect({ x: node.box.x, y: node.box.y }).toEqual({ x: old?.x, y: old?.y });
    }
  });

  it('puts a newcomer beside its cluster and on nothing else', () => {
    const design = build('eight-node-dual-10g');
    const { nodes, switches } = sceneOf(design).scene;
    const placed = [...nodes, ...switches].map(
      ({ id, box: { x, y } }) => [id, { id, x: x + 3000, y }] as const,
    );
    const like = design.nodes.get('hv06' as never);
    if (!like) throw new Error('no hv06');
    const grown = {
      ...design,
      placements: new Map(placed) as never,
      nodes: new Map([...design.nodes, ['hv07', { ...like, id: 'hv07', name: 'HV07' }]]) as never,
    };
    const { scene } = sceneOf(grown);
    const newcomer = scene.nodes.find(({ id }) => id === 'hv07');
    const mate = scene.nodes.find(({ id }) => id === 'hv06');
    expect(newcomer?.box.y).toBe(mate?.box.y);
    expect(newcomer?.box.x).toBeGreaterThan(mate?.box.x ?? Infinity);
    for (const other of [...scene.nodes, ...scene.switches]) {
      if (other !== newcomer) expect(newcomer && overlap(newcomer.box, other.box), other.label).toBe(false);
    }
  });

  it('keeps the identity of what does not change while something is dragged', () => {
    const design = build('eight-node-dual-10g');
    const { plan } = sceneOf(design);
    const at = (x: number) => ({
      ...design,
      placements: new Map([['hv01', { id: 'hv01', x, y: -600 }]]) as never,
    });
    const a = drawn(at(100), plan);
    const b = buildScene({ design: at(104), plan, badges: new Map(), before: a });
    expect(b.nodes.find(({ id }) => id === 'hv02')).toBe(a.nodes.find(({ id }) => id === 'hv02'));
    expect(b.nodes.find(({ id }) => id === 'hv01')).not.toBe(a.nodes.find(({ id }) => id === 'hv01'));
  });

  it('draws a cable to a port that does not exist as broken, with an end in the open', () => {
    const design = build('two-node-10g');
    const broken = withTable(design, 'links', (link) => ({ b: { ...(link as { b: object }).b, port: 4 } }));
    const { scene } = sceneOf(broken);
    expect(scene.cables).toHaveLength(1);
    expect(scene.cables[0]).toMatchObject({ broken: true });
    expect(scene.cables[0]?.ends.filter((end) => end === null)).toHaveLength(1);
    expect(scene.cables[0]?.marks[0]).toMatchObject({ stroke: 'fail', dash: [6, 4] });
    expect(scene.legend.map((entry) => entry.label)).toContain('Cannot be built');
  });

  it('draws an empty design', () => {
    const design = build('two-node-10g');
    const none = { ...design, nodes: new Map(), links: new Map(), clusters: new Map() };
    expect(sceneOf(none as never).scene).toMatchObject({ nodes: [], cables: [], clusters: [] });
  });
});

describe('a badge', () => {
  it('has a shape of its own for each severity', () => {
    const design = build('two-node-10g');
    const { plan } = sceneOf(design);
    const shapes = (['fail', 'warn', 'info'] as const).map((severity) => {
      const scene = drawn(design, plan, new Map([['hv01', severity]]));
      const node = scene.nodes.find(({ id }) => id === 'hv01');
      expect(node?.label).toMatch(/a failed check|a warning|a hint/);
      const body = node?.marks.find((mark) => mark.kind === 'path' && mark.fill === severity);
      return (body as { readonly d: string } | undefined)?.d.replace(/[-\d. ]+/g, '#');
    });
    expect(new Set(shapes).size).toBe(3);
  });
});

function build(id: string): Design {
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return template.build();
}

/** A drawing from a plan that is already there, as while something is dragged. */
function drawn(design: Design, plan: Plan, badges = new Map<string, 'fail' | 'warn' | 'info'>()): Scene {
  return buildScene({ design, plan, badges });
}
