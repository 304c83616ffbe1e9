import type { ConsoleCalls, CryptoWorker, ListName } from '../../worker/proxy.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'
import type { Vault } from './vault.ts'

type KeyCalls = Pick<Vault, 'generate' | 'wrap' | 'unlock' | 'prfInput' | 'makeKit' | 'readKit' | 'signByKit'>

/** The calls about one's own secret, kit and signatures. */
export const keyCalls = (worker: CryptoWorker<ConsoleCalls>, list: ListName): KeyCalls => ({
  async generate() {
    await worker.call('generateOfficer')
  },
  wrap: async (unlocker, member) =>
    toBase64(await worker.call('wrapOfficer', { ...unlocker, memberId: fromBase64(member) })),
  async unlock(unlocker, member, wrapped) {
    await worker.call('unlockOfficer', {
      ...unlocker,
      memberId: fromBase64(member),
      wrapped: fromBase64(wrapped),
    })
  },
  prfInput: () => worker.call('prfInput'),
  makeKit: () => worker.call('generateKit', { list }),
  async readKit(text) {
    const read = await worker.call('parseKit', { text })
    if (read.ok) return { kit: read.kit, publicKey: toBase64(read.publicKey) }
    return { wrong: read.problems.map(({ position }) => position).filter((position) => position > 0) }
  },
  async signByKit(kit, challenge) {
    const signed = await worker.call('kitSignIn', { kit, origin: location.origin, challenge: fromBase64(challenge) })
    return { publicKey: toBase64(signed.publicKey), signature: toBase64(signed.signature) }
  },
})
