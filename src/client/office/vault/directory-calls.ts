import type { SignedStatement } from '../../../contract/directory.ts'
import { dayNumber } from '../../../domain/days.ts'
import type { ConsoleCalls, CryptoWorker, ListName } from '../../worker/proxy.ts'
import { fromBase64, toBase64 } from '../net/base64.ts'
import { bookOf, bytesOfStatement, personOf } from './book.ts'
import { changeInBytes, proposedOf } from './changes.ts'
import type { Vault } from './vault.ts'

type DirectoryCalls = Pick<
  Vault,
  'readBook' | 'found' | 'join' | 'readJoin' | 'state' | 'readStatement' | 'countersign' | 'mark' | 'approve'
>

/** Nobody's clearance is recorded when they join; a chief states it later. */
const UNCLEARED = 0

interface StatementInBytes {
  readonly statement: Uint8Array
  readonly signatures: readonly { readonly signer: Uint8Array; readonly signature: Uint8Array }[]
}

const signed = ({ statement, signatures }: StatementInBytes): SignedStatement => ({
  statement: toBase64(statement),
  signatures: signatures.map(({ signer, signature }) => ({ signer: toBase64(signer), signature: toBase64(signature) })),
})

/** The calls about who the office is. */
export const directoryCalls = (worker: CryptoWorker<ConsoleCalls>, list: ListName): DirectoryCalls => {
  let fingerprint = new Uint8Array(32)
  return {
    async readBook({ statements, marks }) {
      const view = await worker.call('loadDirectory', {
        statements: statements.map(bytesOfStatement),
        marks: marks.map(({ signer, head, day, signature }) => ({
          ...{ signer: fromBase64(signer), head: fromBase64(head), signature: fromBase64(signature) },
          day: dayNumber(day),
        })),
      })
      fingerprint = view.fingerprint
      return bookOf(view)
    },
    async found({ id, label }, serviceKey, description, day) {
      const founder = { memberId: fromBase64(id), label, clearance: UNCLEARED }
      const founding = { founder, serviceKey: fromBase64(serviceKey), description, day: dayNumber(day) }
      const { statements } = await worker.call('foundOffice', founding)
      return [signed(statements[0]), signed(statements[1])]
    },
    async join({ id, role, label, clearance = UNCLEARED }, { response }, kit) {
      const newcomer = { memberId: fromBase64(id), role, label, clearance }
      const first = { attestation: fromBase64(response.response.attestationObject), kit: fromBase64(kit.publicKey) }
      const { join, proof, kept } = await worker.call('makeJoin', { newcomer, fingerprint, first })
      return { join: toBase64(join), proof: toBase64(proof), kept: toBase64(kept) }
    },
    async readJoin(join, proof) {
      const read = await worker.call('readJoin', { join: fromBase64(join), proof: fromBase64(proof), list })
      return { person: personOf(read.person), code: read.code }
    },
    state: async (change, day) =>
      signed(await worker.call('signStatement', { change: changeInBytes(change), day: dayNumber(day) })),
    readStatement: async (statement) =>
      proposedOf(await worker.call('readStatement', { statement: fromBase64(statement) })),
    async countersign(statement) {
      const { signer, signature } = await worker.call('countersign', { statement: fromBase64(statement) })
      return { signer: toBase64(signer), signature: toBase64(signature) }
    },
    async mark(day) {
      const { head, signature } = await worker.call('signMark', { day: dayNumber(day) })
      return { head: toBase64(head), day, signature: toBase64(signature) }
    },
    approve: async (member, credential) =>
      toBase64(
        await worker.call('approveCredential', { memberId: fromBase64(member), credentialId: fromBase64(credential) }),
      ),
  }
}
