import { writeFileSync } from 'node:fs'
import { protocolVectors } from './protocol-vectors.ts'

/** Writes the frozen vectors anew. Only after a change of the protocol, which is a new version of it. */
writeFileSync(new URL('protocol-v1.json', import.meta.url), `${JSON.stringify(await protocolVectors(), null, 2)}\n`)
