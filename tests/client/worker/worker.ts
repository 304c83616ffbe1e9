import { answer } from '../../../src/client/worker/answer.ts'
import { calls } from '../../../src/client/worker/calls/index.ts'
import { Desk } from '../../../src/client/worker/desk.ts'
import type { Answer } from '../../../src/client/worker/messages.ts'
import type { ConsoleCalls, CryptoWorker } from '../../../src/client/worker/proxy.ts'
import { dice } from '../../crypto/support/dice.ts'

/** The crypto worker without its thread: what crosses is cloned as between threads, and kept to be looked through. */
export function startWorker(name: string) {
  const desk = new Desk(dice(name))
  const crossed: Answer[] = []
  const call: CryptoWorker<ConsoleCalls>['call'] = (called, ...[args, report]) =>
    new Promise((resolve, reject) => {
      const request = structuredClone({ id: crossed.length, name: called, args })
      answer(calls, desk, request, (sent, moved = []) => {
        const message = structuredClone(sent, { transfer: [...moved] })
        crossed.push(message)
        if ('progress' in message) return report?.(message.progress)
        if ('code' in message) return reject(Object.assign(new Error(message.code), { code: message.code }))
        resolve(message.value as never)
      })
    })
  return { call, forget: () => desk.forget(), crossed, desk }
}
