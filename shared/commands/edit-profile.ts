import { defineEdit } from './edit-record.ts';

/** Changes what all nodes of a profile share. */
export const editProfile = defineEdit('edit-profile', 'profiles', (profile) => `profile ${profile.name}`);
