/** The two channels between page and main process; everything else about a message is data. */
export const INVOKE_CHANNEL = 'clusterwright:invoke';
export const EVENT_CHANNEL = 'clusterwright:event';
