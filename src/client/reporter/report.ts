import { begin } from './begin.ts'
import { plainReport } from './plain-report.ts'

begin(plainReport)
