import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a commit that passed once passes again. Another seed
 * looks elsewhere: `CLUSTERWRIGHT_SEED=7 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env['CLUSTERWRIGHT_SEED'] ?? 20261121) });
