import { calls } from './calls/index.ts'
import { serve } from './serve.ts'

/** The worker of the console. */
serve(calls)
