import type { ClusterKind } from '../model/index.ts';
import { path, type Levels } from './marks.ts';
import type { Mark } from './types.ts';

type Severity = 'fail' | 'warn' | 'info';

/** Size of role icons and badges. */
export const ICON = 14;

/** Drawn in a square of 14 units, each its own shape: discs, a window with two machines, a stack of both. */
const ROLES: Readonly<Record<ClusterKind, string>> = {
  'file-server': 'M1.5 2.5h11v4h-11zM1.5 7.5h11v4h-11zM4 4.5h.01M4 9.5h.01M7 4.5h3.5M7 9.5h3.5',
  'hyper-v': 'M1.5 2h11v8h-11zM4.5 12.5h5M7 10v2.5M4 4.5h2.5v3H4zM7.5 4.5H10v3H7.5z',
  'hyper-converged': 'M7 1.2l5.2 2.9v5.8L7 12.8l-5.2-2.9V4.1zM1.8 4.1L7 7l5.2-2.9M7 7v5.8',
};

/** The icon of a node's role with its top left corner at `x`, `y`. */
export function roleIcon(levels: Levels, kind: ClusterKind, x: number, y: number): Mark {
  return path(levels, moved(ROLES[kind], x, y), { stroke: 'text-soft', strokeWidth: 1.25 });
}

const SHAPES: Readonly<Record<Severity, { readonly body: string; readonly sign: string }>> = {
  fail: {
    body: 'M4.2 0.5h5.6L13.5 4.2v5.6L9.8 13.5H4.2L0.5 9.8V4.2z',
    sign: 'M4.8 4.8l4.4 4.4M9.2 4.8L4.8 9.2',
  },
  warn: { body: 'M7 0.8L13.6 12.8H0.4z', sign: 'M7 5v3.6M7 10.7v.01' },
  info: { body: 'M1 1h12v12H1z', sign: 'M7 6.2v3.9M7 3.9v.01' },
};

/** The badge of the worst finding: octagon, triangle or square, so that it reads without colour. */
export function badge(levels: Levels, severity: Severity, x: number, y: number): readonly Mark[] {
  const { body, sign } = SHAPES[severity];
  return [
    path(levels, moved(body, x, y), { fill: severity }),
    path(levels, moved(sign, x, y), { stroke: 'card', strokeWidth: 1.6 }),
  ];
}

type Piece = string | { readonly value: number; readonly horizontal: boolean };

/** Path data taken apart once: text to keep, and absolute coordinates to move. */
const parsed = new Map<string, readonly Piece[]>();

/**
 * Moves path data to a place. Only M, L, H and V in capitals hold absolute coordinates in the icons above. The
 * sum is written into the path because marks know no transforms.
 */
function moved(d: string, dx: number, dy: number): string {
  let pieces = parsed.get(d);
  if (!pieces) {
    pieces = takeApart(d);
    parsed.set(d, pieces);
  }
  const moved = pieces.map((piece) =>
    typeof piece === 'string' ? piece : Math.round((piece.value + (piece.horizontal ? dx : dy)) * 100) / 100,
  );
  return moved.join('');
}

function takeApart(d: string): readonly Piece[] {
  return [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].flatMap(
    ([whole, command = '', numbers = '']): readonly Piece[] => {
      if (!'MLHV'.includes(command)) return [whole];
      const values = numbers.match(/-?\d*\.?\d+/g) ?? [];
      return values.flatMap((value, i): readonly Piece[] => {
        const horizontal = command === 'H' || (command !== 'V' && i % 2 === 0);
        return [i === 0 ? command : ' ', { value: Number(value), horizontal }];
      });
    },
  );
}
