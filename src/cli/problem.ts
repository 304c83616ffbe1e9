/** How a command ends, for scripts that call it. */
export const exits = { failed: 1, usage: 2, unfit: 3, unreachable: 4, refused: 5 } as const

/** What went wrong, as a sentence for the person at the terminal, and how the process ends. */
export class Problem extends Error {
  readonly exit: number
  constructor(why: keyof typeof exits, sentence: string) {
    super(sentence)
    this.exit = exits[why]
  }
}
