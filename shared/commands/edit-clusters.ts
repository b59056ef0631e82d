import { defineEditMany } from './edit-many.ts';

/** Gives several clusters the same role. */
export const editClusters = defineEditMany('edit-clusters', 'clusters', ['cluster', 'clusters']);
