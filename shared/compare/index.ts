export { compareDesigns, compareOutcomes, isSame } from './compare-designs.ts';
export { comparisonText, figureText, subjectText } from './text.ts';
export type {
  CableChange,
  ChangeKind,
  Comparison,
  FieldChange,
  FigureChange,
  PartChange,
  SettingChange,
} from './types.ts';
