/**
 * Where the exit leads until the office's own neutral address is known. Nothing is ever loaded from there: it is only
 * where the browser goes when somebody leaves.
 */
export const NEUTRAL_EXIT = 'https://www.wikipedia.org/'
