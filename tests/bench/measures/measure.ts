import type { Office } from '../../support/office.ts'
import type { Figure } from '../figure.ts'
import type { Service } from '../service/service.ts'

/** What every measure is given: a service in its own process, and its office of eight readers. */
export interface Bench {
  readonly service: Service
  readonly office: Office
  /** Tells whoever waits what is being done. */
  readonly say: (text: string) => void
}

export type Measure = (bench: Bench) => Promise<Figure[]>
