/** The guards that the engine itself keeps. A pack gives their sentences and ways out, and cannot leave them out. */
export const builtInGuards = [
  'unknown-step',
  'step-not-here',
  'role-not-allowed',
  'not-this-key',
  'fact-missing',
  'act-unknown',
  'act-decided',
  'act-left-out',
  'verdict-missing',
  'act-in-time',
  'already-there',
  'same-signer',
  'nothing-to-second',
  'extension-too-long',
  'joins-others',
] as const

/** The clocks that the engine asks for by name. */
export const neededClocks = [
  'filing',
  'second-signature',
  'release-grace',
  'schedule-horizon',
  'item-answer',
  'acknowledgement',
  'acknowledgement-limit',
  'feedback',
  'advice',
] as const
