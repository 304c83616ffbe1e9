import { expect, test } from 'vitest'
import { keepBatch } from '../../src/service/keep-batch.ts'
import { entriesForReporter, entriesInCase } from '../../src/service/ports.ts'

type Arguments = Parameters<typeof keepBatch>

const [reporter, service, officer] = [1, 2, 3].map((filling) => new Uint8Array(32).fill(filling))

/** A case with so many entries, and one more to add. Nothing else is there: it must be refused before anything is used. */
const addingOneTo = (length: number, author = reporter) => {
  const [world, entries] = [{ secrets: { publicKey: service } }, [{ header: { author } }]]
  const judged = { before: { reporterKey: reporter }, chain: Array.from({ length }), entries }
  return keepBatch(world as unknown as Arguments[0], {} as Arguments[1], judged as unknown as Arguments[2])
}
const full = { code: 'case.full' }

test('to a case that has all the entries that it can have nothing is added', async () => {
  await expect(addingOneTo(entriesInCase)).rejects.toMatchObject(full)
  await expect(addingOneTo(entriesInCase - 1)).rejects.not.toMatchObject(full)
})

test('nobody can fill a case so that its reporter cannot act, nor the service release it', async () => {
  const theirs = entriesInCase - entriesForReporter
  await expect(addingOneTo(theirs, officer)).rejects.toMatchObject(full)
  await expect(addingOneTo(theirs - 1, officer)).rejects.not.toMatchObject(full)
  for (const author of [reporter, service]) await expect(addingOneTo(theirs, author)).rejects.not.toMatchObject(full)
})
