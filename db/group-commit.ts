/** One unit of work: it throws, with nothing of it left behind, or returns its result. */
interface Unit<Result> {
  readonly work: () => Result
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** The five statements around work in one connection; each must be ready to run at once. */
export interface Transactions {
  begin(): void
  commit(): void
  rollback(): void
  savepoint(): void
  release(): void
  rollbackToSavepoint(): void
  /** False when the engine has given up the whole transaction by itself, as on a full disk. */
  active(): boolean
}

/**
 * Work that arrives in one turn of the event loop shares one commit, and so one wait for the disk; each unit stands or
 * falls alone behind its savepoint. Nobody is told of success before the commit has reached the disk.
 */
export function groupCommit<Result>(transactions: Transactions, schedule: (flush: () => void) => void) {
  let waiting: Unit<Result>[] = []

  const attempt = (unit: Unit<Result>): (() => void) => {
    transactions.savepoint()
    try {
      const result = unit.work()
      transactions.release()
      return () => unit.resolve(result)
    } catch (error) {
      if (!transactions.active()) throw error
      transactions.rollbackToSavepoint()
      transactions.release()
      return () => unit.reject(error)
    }
  }

  const flush = () => {
    const units = waiting
    waiting = []
    try {
      transactions.begin()
      const outcomes = units.map(attempt)
      transactions.commit()
      for (const tell of outcomes) tell()
    } catch (error) {
      if (transactions.active()) transactions.rollback()
      for (const unit of units) unit.reject(error)
    }
  }

  return (work: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ work, resolve, reject }) === 1) schedule(flush)
    })
}
