import { sourcesOf, type FORMULAS } from '../../../shared/plan/index.ts';

type Page = (typeof FORMULAS)[number];

/** The pages in which every word of a search occurs: in their text, formulas, constants or sources. */
export function findPages(pages: readonly Page[], search: string): readonly Page[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return pages.filter((page) => {
    const text = textOf(page).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function textOf(page: Page): string {
  const tables = page.tables.flatMap(({ caption, head, rows }) => [caption, ...head, ...rows.flat()]);
  const sources = sourcesOf(page.id).map(({ title, url }) => `${title} ${url ?? ''}`);
  return [page.title, ...page.says, ...page.formulas, ...tables, ...sources].join(' ');
}
