import type { Desk } from './desk.ts'
import type { Progress } from './messages.ts'

/** One thing that the worker does for the page: plain data in, plain data out. */
export type Call<Args, Value> = (desk: Desk, args: Args, report: (progress: Progress) => void) => Value | Promise<Value>
