import type { Messages } from './message.ts'

/**
 * The messages as a file says them that works without a network: what stands under `offline.` and the key of another
 * message takes that one's place.
 */
export const offlineWords = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, messages[`offline.${key}`] ?? message]))
