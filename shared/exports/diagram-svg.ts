import { projectOf } from '../model/index.ts';
import { sceneToSvg } from '../scene/index.ts';
import { defineExporter } from './define.ts';
import { fileStem } from './file-stem.ts';

/** The drawing as vectors with real text. */
export const diagramSvg = defineExporter({
  id: 'diagram-svg',
  label: 'Diagram (SVG)',
  description: 'The drawing as vectors, with every cage, cable and the legend.',
  shape: 'file',
  extension: 'svg',
  produce: ({ outcome, scene }) => {
    const { name } = projectOf(outcome.design);
    return [
      {
        kind: 'text',
        path: `${fileStem(name)}-diagram.svg`,
        text: sceneToSvg(scene, { detail: 'near', title: name }),
      },
    ];
  },
});
