import { describe, expect, it } from 'vitest';
import { matchName, stepIndex, withExtension } from '../../../src-renderer/dialogs/file-list.ts';

describe('the name of a file to save', () => {
  it('gets the extension exactly once', () => {
    expect(withExtension('Contoso')).toBe('Contoso.cwplan');
    expect(withExtension(' Contoso.cwplan ')).toBe('Contoso.cwplan');
    expect(withExtension('Contoso.CWPLAN')).toBe('Contoso.CWPLAN');
    expect(withExtension('v1.2')).toBe('v1.2.cwplan');
    expect(withExtension('draft.')).toBe('draft.cwplan');
  });

  it('stays empty when nothing was typed', () => {
    expect(withExtension('  ')).toBe('');
  });
});

describe('keys in the list of files', () => {
  it('move inside the list and never leave it', () => {
    expect(stepIndex('ArrowDown', 0, 3)).toBe(1);
    expect(stepIndex('ArrowDown', 2, 3)).toBe(2);
    expect(stepIndex('ArrowUp', 0, 3)).toBe(0);
    expect(stepIndex('End', 0, 3)).toBe(2);
    expect(stepIndex('PageDown', 0, 30)).toBe(10);
    expect(stepIndex('ArrowDown', 0, 0)).toBe(0);
    expect(stepIndex('a', 0, 3)).toBeNull();
  });

  it('letters go to the next name that begins with them, and wrap around', () => {
    const entries = ['alpha', 'Beta', 'away'].map((name) => ({ ref: { name } }));
    expect(matchName(entries, 'a', 0)).toBe(2);
    expect(matchName(entries, 'a', 2)).toBe(0);
    expect(matchName(entries, 'b', 0)).toBe(1);
    expect(matchName(entries, 'z', 0)).toBeNull();
    expect(matchName([], 'a', 0)).toBeNull();
  });
});
