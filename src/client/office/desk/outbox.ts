import { type Cell, cell } from '../cell.ts'
import { lineLost, sessionOver } from '../net/call.ts'

/** Seconds in which what was signed off can still be taken back. Nothing is sealed before they are over. */
export const TAKE_BACK_SECONDS = 20

/** One thing that waits to be sealed and sent. */
export interface Waiting {
  readonly id: number
  readonly address: string
  /** Who will read it; a step of the procedure is read by all. */
  readonly audience: 'reporter' | 'office' | 'step'
  readonly seconds: number
  /**
   * `next`: sent as soon as what else of its case is being sent has arrived. `lost`: the connection broke while sending;
   * the very same thing can be sent again.
   */
  readonly state: 'waiting' | 'next' | 'sending' | 'lost' | 'failed'
  readonly problem: unknown
}

interface Job extends Waiting {
  readonly send: () => Promise<void>
  readonly restore: () => void
}

/** How something stopped waiting: it was received, or taken back. */
export interface Gone {
  readonly address: string
  readonly how: 'sent' | 'taken'
}

/** What waits to be sent: of each case one thing at a time, and in order. */
export interface Outbox {
  readonly waiting: Cell<readonly Waiting[]>
  /** What stopped waiting last. */
  readonly gone: Cell<Gone | null>
  /** Puts something in line. `restore` gives the words back to where they were typed. */
  put(job: Pick<Job, 'address' | 'audience' | 'send' | 'restore'>): void
  takeBack(id: number): void
  sendNow(id: number): void
  /** Takes everything back that is not being sent at this moment. */
  takeAllBack(): void
}

/** Makes an outbox. `tick` calls back every second and gives back how to stop that. */
export const outbox = (tick: (every: () => void) => () => void): Outbox => {
  const jobs = cell<readonly Job[]>([])
  const gone = cell<Gone | null>(null)
  const change = (id: number, part: Partial<Job>): void =>
    jobs.set(jobs.value.map((job) => (job.id === id ? { ...job, ...part } : job)))
  const drop = ({ id, address }: Job, how: Gone['how']): void => {
    jobs.set(jobs.value.filter((job) => job.id !== id))
    gone.set({ address, how })
  }
  let next = 1
  let stop: (() => void) | undefined

  const send = async (job: Job): Promise<void> => {
    change(job.id, { state: 'sending' })
    try {
      await job.send()
      drop(job, 'sent')
    } catch (problem) {
      change(job.id, { state: lineLost(problem) ? 'lost' : 'failed', problem })
      if (sessionOver(problem)) takeBack(job.id)
    }
    proceed(job.address)
  }
  // Two that are sealed at once name the same head of the case: one would be refused, and they could change places.
  const proceed = (address: string): void => {
    const ofCase = jobs.value.filter((job) => job.address === address)
    const next = ofCase.find(({ state }) => state === 'next')
    if (next !== undefined && !ofCase.some(({ state }) => state === 'sending')) void send(next)
  }
  const standNext = ({ id, address }: Job): void => {
    change(id, { state: 'next', seconds: 0 })
    proceed(address)
  }
  const second = (): void => {
    for (const job of jobs.value.filter(({ state }) => state === 'waiting')) {
      if (job.seconds > 1) change(job.id, { seconds: job.seconds - 1 })
      else standNext(job)
    }
    if (jobs.value.some(({ state }) => state === 'waiting')) return
    stop?.()
    stop = undefined
  }
  const takeBack = (id: number): void => {
    const job = jobs.value.find((candidate) => candidate.id === id)
    if (job === undefined || job.state === 'sending') return
    drop(job, 'taken')
    job.restore()
  }

  return {
    waiting: jobs,
    gone,
    put(job) {
      jobs.set([
        ...jobs.value,
        { ...job, id: next++, seconds: TAKE_BACK_SECONDS, state: 'waiting', problem: undefined },
      ])
      stop ??= tick(second)
    },
    takeBack,
    sendNow(id) {
      const job = jobs.value.find((candidate) => candidate.id === id)
      if (job !== undefined && job.state !== 'sending') standNext(job)
    },
    takeAllBack() {
      for (const { id } of jobs.value) takeBack(id)
    },
  }
}
