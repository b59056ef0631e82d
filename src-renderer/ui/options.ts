/** One choice of a picker. */
export interface Option<T> {
  readonly value: T;
  readonly label: string;
  /** A second, quieter text beside the label. */
  readonly detail?: string;
  /** Set in the mono face: a part number. */
  readonly code?: string;
}

/** Choices under one heading; a heading of '' is not shown. */
export interface OptionGroup<T> {
  readonly label: string;
  readonly options: readonly Option<T>[];
}

/** The groups left when every word of a search must occur in an option's texts or its heading, in any order. */
export function filterOptions<T>(groups: readonly OptionGroup<T>[], search: string): OptionGroup<T>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      label: group.label,
      options: group.options.filter((option) => {
        const text = [group.label, option.label, option.detail, option.code].join(' ').toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter((group) => group.options.length > 0);
}
