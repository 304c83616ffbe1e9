import type { CryptoWorker } from '../worker/proxy.ts'
import type { KeyProblem, ReadKey } from './vault.ts'

/** Reads a typed case key in the worker: words of any list or digits of any script. */
export const readKeyBy = async (call: CryptoWorker['call'], text: string): Promise<ReadKey> => {
  const read = await call('parseCaseKey', { text })
  return read.ok ? read : { ok: false, problems: read.problems.map(keyProblemOf) }
}

/** What is wrong with a typed key, as pages name it. */
export const keyProblemOf = ({
  code,
  position,
  suggestion,
  count = 0,
}: {
  code: 'word' | 'digits' | 'count' | 'checksum'
  position: number
  suggestion?: string
  count?: number
}): KeyProblem => {
  if (code === 'count') return count === 0 ? { code: 'empty' } : { code, count }
  return code === 'checksum' ? { code } : { code, position, suggestion }
}
