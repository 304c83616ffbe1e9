import type { Receipts } from '../../contract/entries.ts'
import type { Accepted } from '../../service/attempt.ts'

/** Receipts with 201 for what is new, and with 200 for a retry of what was accepted before. */
export function accepted({ fresh, ...answer }: Accepted): { answer: Receipts; status?: 200 } {
  return fresh ? { answer } : { answer, status: 200 }
}
