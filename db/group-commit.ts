/** One unit of work: it throws, with nothing of it left behind after a rollback, or returns its result. */
interface Unit<Result> {
  readonly work: () => Result
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** The statements around work in one connection; each must be ready to run at once. */
export interface Transactions {
  begin(): void
  commit(): void
  rollback(): void
  /** False when the engine has given up the whole transaction by itself, as on a full disk. */
  active(): boolean
}

/**
 * Work that arrives in one turn of the event loop shares one commit, and so one wait for the disk. If any of it fails,
 * all of it is taken back and each unit is done again alone, to stand or fall by itself: savepoints, which would spare
 * that rare repetition, cost every unit a copy of what it changes. Nobody is told of success before the commit has
 * reached the disk.
 */
export function groupCommit<Result>(transactions: Transactions, schedule: (flush: () => void) => void) {
  let waiting: Unit<Result>[] = []

  const settle = (units: readonly Unit<Result>[]): void => {
    transactions.begin()
    try {
      const results = units.map(({ work }) => work())
      transactions.commit()
      for (const [place, unit] of units.entries()) unit.resolve(results[place] as Result)
    } catch (error) {
      if (transactions.active()) transactions.rollback()
      if (units.length > 1) for (const unit of units) settle([unit])
      else units[0]?.reject(error)
    }
  }

  const flush = () => {
    const units = waiting
    waiting = []
    try {
      settle(units)
    } catch (error) {
      // Not even a beginning: another process holds the database. Promises that are settled already stay as they are.
      for (const unit of units) unit.reject(error)
    }
  }

  return (work: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ work, resolve, reject }) === 1) schedule(flush)
    })
}
