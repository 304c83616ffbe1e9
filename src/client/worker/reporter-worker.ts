import { reporterCalls } from './calls/reporting.ts'
import { serve } from './serve.ts'

/** The worker of the reporter's pages. */
serve(reporterCalls)
