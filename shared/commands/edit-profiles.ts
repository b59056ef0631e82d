import { defineEditMany } from './edit-many.ts';

/** Gives several profiles the same server or operating system. */
export const editProfiles = defineEditMany('edit-profiles', 'profiles', ['profile', 'profiles']);
