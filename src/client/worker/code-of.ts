import type { Refusal } from './refusal.ts'

/** The stable code of an error; a defect of ours is `worker.failed`, and its message stays here. */
export function codeOf(error: unknown): string {
  const coded = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return coded ? (error as Refusal).code : 'worker.failed'
}
