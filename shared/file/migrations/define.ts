/**
 * One step from a version to the next. It sees plain data and imports nothing of today's model, which would
 * rot it. It may change its argument: the caller hands it a copy.
 */
export interface Migration {
  readonly to: number;
  readonly name: string;
  readonly migrate: (file: Record<string, unknown>) => void;
}
