import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Order, SealedReport } from './sealing.ts'

export type { SealedReport } from './sealing.ts'

/** Seals so many reports for the office at an address, on every processor of the machine, before anything is measured. */
export async function sealReports(origin: string, count: number): Promise<SealedReport[]> {
  const threads = availableParallelism()
  const shares = Array.from({ length: threads }, (_, thread) => Math.floor((count + thread) / threads))
  return (await Promise.all(shares.map((share) => sealShare({ origin, count: share })))).flat()
}

function sealShare(order: Order): Promise<SealedReport[]> {
  const sealed: SealedReport[] = []
  return new Promise((resolve, reject) => {
    new Worker(join(import.meta.dirname, 'sealing.ts'), { workerData: order })
      .on('message', (report: SealedReport) => sealed.push(report))
      .on('error', reject)
      .on('exit', () => resolve(sealed))
  })
}
