import { projectOf } from '../../model/index.ts';
import { sceneToSvg } from '../../scene/index.ts';
import type { ExportInput } from '../define.ts';
import type { PdfContent } from './document.ts';
import { chapter, textArea } from './style.ts';

/** Room the heading takes on the diagram's page, points. */
const HEADING = 48;

/** The drawing as vectors, on a page of its own turned to fit. */
export function diagram({ outcome, scene, paper }: ExportInput): readonly PdfContent[] {
  if (scene.nodes.length + scene.switches.length === 0) return [];
  const { width, height } = textArea(paper);
  const landscape = scene.bounds.width > scene.bounds.height;
  const fit = landscape ? ([height, width - HEADING] as const) : ([width, height - HEADING] as const);
  const svg = sceneToSvg(scene, { detail: 'middle', title: projectOf(outcome.design).name });
  return [
    chapter('Diagram', { pageOrientation: landscape ? 'landscape' : 'portrait' }),
    { svg, fit, alignment: 'center' },
  ];
}
