import { dayNumber } from '../../../domain/days.ts'
import { languageOf } from '../../i18n/languages.ts'
import type { ConsoleCalls, CryptoWorker } from '../../worker/proxy.ts'
import { toBase64 } from '../net/base64.ts'
import type { Vault } from './vault.ts'

/** The call about letters that leave the office. */
export const letterCalls = (worker: CryptoWorker<ConsoleCalls>): Pick<Vault, 'sealLetter'> => ({
  async sealLetter({ language, day, ...said }) {
    const made = await worker.call('sealLetter', { ...said, day: dayNumber(day), list: languageOf(language).keyWords })
    return { ...made, container: toBase64(made.container) }
  },
})
