import { describe, expect, it } from 'vitest';
import { matches, neighbour, shownShortcut, type KeyStroke } from '../../../src-renderer/tools/index.ts';

const stroke = (key: string, rest: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...rest,
});

describe('matches', () => {
  it('tells Ctrl+Z from Ctrl+Shift+Z, also with capitals', () => {
    expect(matches('Mod+Z', stroke('z', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+Z', stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Shift+Z', stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('Mod+Z', stroke('z'), false)).toBe(false);
  });

  it('takes Command on a Mac and Ctrl elsewhere, never the other one', () => {
    expect(matches('Mod+S', stroke('s', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+S', stroke('s', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+S', stroke('s', { metaKey: true }), false)).toBe(false);
    expect(matches('Mod+S', stroke('s', { ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  it('finds Shift+1 by its place: the character differs between layouts', () => {
    expect(matches('Shift+1', stroke('!', { code: 'Digit1', shiftKey: true }), false)).toBe(true);
    expect(matches('Shift+1', stroke('+', { code: 'Digit1', shiftKey: true }), false)).toBe(true);
    expect(matches('Shift+1', stroke('1', { code: 'Digit1' }), false)).toBe(false);
  });

  it('takes ? and + as they are typed', () => {
    expect(matches('?', stroke('?', { code: 'Slash', shiftKey: true }), false)).toBe(true);
    expect(matches('?', stroke('?', { code: 'Minus', shiftKey: true }), false)).toBe(true);
    expect(matches('Mod+Plus', stroke('+', { code: 'Equal', ctrlKey: true, shiftKey: true }), false)).toBe(
      true,
    );
    expect(matches('Mod+0', stroke('0', { code: 'Digit0', ctrlKey: true }), false)).toBe(true);
  });

  it('is written as the platform writes it', () => {
    expect(shownShortcut('Mod+Shift+S', false)).toBe('Ctrl+Shift+S');
    expect(shownShortcut('Mod+Plus', false)).toBe('Ctrl++');
    expect(shownShortcut('Mod+Shift+S', true)).toBe('⌘⇧S');
  });
});

describe('neighbour', () => {
  const at = (id: string, x: number, y: number) => ({ id, box: { x, y, width: 100, height: 100 } });
  const grid = [at('a', 0, 0), at('b', 150, 0), at('c', 300, 10), at('d', 150, 200), at('e', 0, 400)];
  const [a, b, c, d] = grid as [(typeof grid)[0], (typeof grid)[0], (typeof grid)[0], (typeof grid)[0]];

  it('walks along a row and a column', () => {
    expect(neighbour(a, 'right', grid)).toBe('b');
    expect(neighbour(b, 'right', grid)).toBe('c');
    expect(neighbour(c, 'left', grid)).toBe('b');
    expect(neighbour(b, 'down', grid)).toBe('d');
    expect(neighbour(d, 'up', grid)).toBe('b');
  });

  it('ends at the border', () => {
    expect(neighbour(a, 'left', grid)).toBeNull();
    expect(neighbour(b, 'up', grid)).toBeNull();
    expect(neighbour(a, 'right', [a])).toBeNull();
  });
});
