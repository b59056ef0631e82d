import type { LucideProps } from '@lucide/svelte';
import type { Component } from 'svelte';

/** A component of the icon set. */
export type IconComponent = Component<LucideProps, object, ''>;
