import { buildDesign, DEFAULT_CABLING, DEFAULT_FABRIC } from '../model/index.ts';
import type { Cluster, Design, Link, Network, Node, Profile, Switch } from '../model/index.ts';

/** Headings of the gallery, in its order. */
export const TEMPLATE_GROUPS = [
  "From Microsoft's page",
  'Converged SET',
  'Switchless',
  'Dedicated adapters',
] as const;
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number];

/** A ready design to begin from. */
export interface Template {
  /** Stable name on the command line. */
  readonly id: string;
  /** Name in the gallery. */
  readonly name: string;
  /** One sentence: what it is and when to take it. */
  readonly summary: string;
  /** Heading it stands under in the gallery. */
  readonly group: TemplateGroup;
  /** Where the layout comes from. */
  readonly source: string;
  /** A new design; equal on every call. */
  build(): Design;
}

/** What a template draws; the rest of a design is the same for all. */
export interface Drawing {
  readonly networks: readonly Network[];
  readonly clusters: readonly Cluster[];
  readonly profiles: readonly Profile[];
  readonly nodes: readonly Node[];
  readonly switches: readonly Switch[];
  readonly links: readonly Link[];
}

/** A template from its texts and its drawing. Products are not embedded: that happens when the design is saved. */
export function defineTemplate({
  draw,
  ...texts
}: Omit<Template, 'build'> & { draw: () => Drawing }): Template {
  return {
    ...texts,
    build() {
      return buildDesign({
        ...draw(),
        cabling: [DEFAULT_CABLING],
        racks: [],
        project: [
          {
            id: 'project',
            name: texts.name,
            customer: '',
            author: '',
            revision: 'A',
            revisionDate: '',
            currency: 'EUR',
            note: '',
          },
        ],
        fabric: [DEFAULT_FABRIC],
        // The scene lays out what nobody has moved, whatever cards and panels turn out to measure.
        placements: [],
        acknowledgements: [],
        parts: [],
      });
    },
  };
}
