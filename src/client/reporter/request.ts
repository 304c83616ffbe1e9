import { begin } from './begin.ts'
import { protectionRequest } from './protection-request.ts'

begin(protectionRequest)
