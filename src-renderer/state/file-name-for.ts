import { fileNameFault } from '../../shared/host/index.ts';
import { projectOf, type Design } from '../../shared/model/index.ts';
import { message } from '../messages/en.ts';

const EXTENSION = '.cwplan';

/** A file name for a design that has none: its project's name without what file systems refuse. */
export function fileNameFor(design: Design): string {
  const base = projectOf(design)
    .name.replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replace(/[. ]+$/, '');
  const name = `${base === '' ? message('app.untitled') : base}${EXTENSION}`;
  return fileNameFault(name) === null ? name : `${message('app.design')} ${name}`;
}
