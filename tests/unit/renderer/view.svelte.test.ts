import { describe, expect, it, vi } from 'vitest';
import { ViewState } from '../../../src-renderer/state/view.svelte.ts';

const canvas = () => ({
  fit: vi.fn(),
  zoomBy: vi.fn(),
  zoomTo: vi.fn(),
  centreOn: vi.fn(),
  panTo: vi.fn(),
  focus: vi.fn(),
  connectFrom: vi.fn(),
  seen: vi.fn(),
  pointAt: vi.fn(),
  quickAdd: vi.fn(),
});

describe('ViewState', () => {
  it('keeps the selection object when nothing changes', () => {
    const view = new ViewState();
    view.select(['a', 'b']);
    const before = view.selection;
    view.select(['b', 'a']);
    expect(view.selection).toBe(before);
    expect(view.selectedId).toBeNull();
    view.toggle('a');
    expect(view.selectedId).toBe('b');
  });

  it('reveals by selecting and asking the canvas to show', () => {
    const view = new ViewState();
    const controls = canvas();
    view.canvas = controls;
    view.reveal('tor1');
    expect([...view.selection]).toEqual(['tor1']);
    expect(controls.centreOn).toHaveBeenCalledWith(new Set(['tor1']));
  });

  it('forgets what is gone and keeps the rest', () => {
    const view = new ViewState();
    view.select(['a', 'gone']);
    view.keepOnly((id) => id !== 'gone');
    expect([...view.selection]).toEqual(['a']);
  });

  it('opens the drawer for a list that is asked for', () => {
    const view = new ViewState();
    view.resize({ drawerOpen: false });
    view.showChecks('warn');
    expect(view.drawerTab).toBe('checks');
    expect(view.checksFilter).toBe('warn');
    expect(view.panels.drawerOpen).toBe(true);
  });

  it('turns points of the window into points of the drawing', () => {
    const view = new ViewState();
    view.transform = { x: 100, y: -50, k: 2 };
    expect(view.toCanvas({ x: 100, y: -50 })).toEqual({ x: 0, y: 0 });
    expect(view.toCanvas({ x: 140, y: 50 })).toEqual({ x: 20, y: 50 });
  });

  it('remembers panel sizes and the theme, and survives a broken memory', () => {
    const store = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
    });
    try {
      const first = new ViewState();
      first.resize({ inspector: 333 });
      first.setTheme('dark');
      const second = new ViewState();
      expect(second.panels.inspector).toBe(333);
      expect(second.theme).toBe('dark');
      for (const key of store.keys()) store.set(key, '{"inspector":');
      expect(new ViewState().theme).toBe('system');
      for (const key of store.keys()) store.set(key, '{"inspector":-4}');
      expect(new ViewState().panels.inspector).toBe(288);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
