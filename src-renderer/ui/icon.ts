import type { Component } from 'svelte';
import type { IconProps } from '@lucide/svelte';

/** A component of the icon set. */
export type IconComponent = Component<IconProps, object, ''>;
