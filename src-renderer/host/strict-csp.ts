import { z } from 'zod';

/**
 * Runs before every other module of the page: the content security policy forbids making code from text,
 * and zod would try it once and leave a violation in the log.
 */
z.config({ jitless: true });
