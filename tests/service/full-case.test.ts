import { expect, test } from 'vitest'
import { keepBatch } from '../../src/service/keep-batch.ts'
import { entriesInCase } from '../../src/service/ports.ts'

type Arguments = Parameters<typeof keepBatch>

/** A case with so many entries, and one more to add. Nothing else is there: it must be refused before anything is used. */
const addingOneTo = (length: number) => {
  const judged = { known: {}, chain: Array.from({ length }), entries: [{}] } as unknown as Arguments[2]
  return keepBatch({} as Arguments[0], {} as Arguments[1], judged)
}

test('to a case that has all the entries that it can have nothing is added', async () => {
  await expect(addingOneTo(entriesInCase)).rejects.toMatchObject({ code: 'case.full' })
  await expect(addingOneTo(entriesInCase - 1)).rejects.not.toMatchObject({ code: 'case.full' })
})
