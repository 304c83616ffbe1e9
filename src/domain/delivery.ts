/** How mail leaves. It says that there is something, never what, and its times say nothing of a visit. */
export const delivery = {
  /** Hours of the headquarters' day at which mail leaves. */
  hours: [8, 14],
  /** Urgent mail leaves at the next full hour. */
  urgentHours: Array.from({ length: 24 }, (_, hour) => hour),
  /** What is waited, in minutes, after each attempt in vain; after the last one a mail is given up, in the third day. */
  backOff: [15, 30, 60, 120, 240, 480, 720, 720, 720],
  /** How long one attempt may take, in minutes, before somebody else makes the next. */
  claim: 10,
  /** How many mails leave in one run of the scheduler: on Workers each one is three requests, of which a run has 1,000. */
  mailsInOneRun: 100,
  /** After so many days without signing in somebody is reminded, and again after as many. */
  keyCheckDays: 30,
} as const
