import { defineEdit } from './edit-record.ts';

/** Changes a rack's name or its place in the row. */
export const editRack = defineEdit('edit-rack', 'racks', (rack) => `rack ${rack.name}`);
