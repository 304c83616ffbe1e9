import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../db/store.ts'
import type { NewUpload, Store } from '../../src/service/ports.ts'
import { bytes, caseRow, entry, firstEntries, rowKey, statement } from './rows.ts'
import { type Engine, engines } from './stores.ts'

const refused = (code: string) => expect.objectContaining({ code })
const day = 20_000

describe.each(engines)('%s keeps files', (_, openEngine) => {
  let engine: Engine
  let store: Store
  beforeAll(async () => {
    engine = await openEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    store = createStore(await engine.fresh())
    await store.directory.append([statement(0)], {})
  })

  const upload = (changes: Partial<NewUpload> = {}): NewUpload => ({
    ...{ id: rowKey(), owner: bytes(32), chunks: 32, tokenHash: bytes(32), day },
    ...changes,
  })
  const begun = async (changes: Partial<NewUpload> = {}) => {
    const row = upload(changes)
    await store.files.begin(row)
    return row
  }
  const addPart = async (fileId: number, part: number, hash = bytes(32)) => {
    const blob = bytes(16)
    await store.files.announce([blob], day)
    await store.files.addPart({ fileId, part, hash, blob })
    return { blob, hash }
  }
  /** A case that has taken over a file of one part. */
  const caseWithFile = async () => {
    const [file, row] = [await begun(), caseRow()]
    const { blob } = await addPart(file.id, 0)
    const hash = bytes(32)
    await store.cases.submit(row, firstEntries(), [], { files: [{ id: file.id, lane: 1, hash }] })
    return { file, row, blob, hash }
  }
  const unsent = () => store.files.unsentParts()
  const loose = () => store.files.looseBlobs(1, 100)

  test('a part has one content, and its blob is loose until it is there', async () => {
    const { id, tokenHash, owner, chunks } = await begun()
    const [blob, hash] = [bytes(16), bytes(32)]
    await store.files.announce([blob], day)
    expect(await store.files.looseBlobs(day + 1, 100)).toEqual([blob])
    expect(await store.files.looseBlobs(day, 100)).toEqual([])
    await store.files.addPart({ fileId: id, part: 1, hash, blob })
    expect(await store.files.looseBlobs(day + 1, 100)).toEqual([])
    await expect(addPart(id, 1)).rejects.toEqual(refused('upload.other_part'))
    expect(await store.files.parts(id)).toEqual([{ part: 1, hash }])
    expect(await store.files.find(tokenHash)).toEqual({ id, owner, chunks })
    expect(await unsent()).toBe(1)
    expect([await store.files.partHash(id, 1), await store.files.partHash(id, 0)]).toEqual([hash, null])
  })

  test('a part whose blob was swept meanwhile, or whose upload is gone, does not come in', async () => {
    const { id } = await begun()
    const [blob, hash] = [bytes(16), bytes(32)]
    await store.files.announce([blob], day)
    await store.files.forgetLoose([blob])
    await expect(store.files.addPart({ fileId: id, part: 0, hash, blob })).rejects.toEqual(refused('service.busy'))
    await expect(addPart(rowKey(), 0)).rejects.toEqual(refused('upload.not_found'))
    expect(await store.files.parts(id)).toEqual([])
  })

  test('of two that send the same place at once one comes first', async () => {
    const { id } = await begun()
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => addPart(id, 0)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store.files.parts(id)).toHaveLength(1)
  })

  test('a secret names one upload', async () => {
    const { tokenHash } = await begun()
    await expect(begun({ tokenHash })).rejects.toEqual(refused('upload.taken'))
  })

  test('a file that a case took over has no secret any more, is found by its keys, and no other case takes it', async () => {
    const { file, row, blob, hash } = await caseWithFile()
    expect(await store.files.find(file.tokenHash)).toBeNull()
    expect(await store.files.uploadsOf(file.owner)).toEqual([])
    expect(await store.files.blobForReporter(row.reporterKey, hash, 0)).toEqual(blob)
    expect(await store.files.blobOfCase(row.address, hash, 0)).toEqual(blob)
    for (const [key, name, part] of [
      [bytes(32), hash, 0],
      [row.reporterKey, bytes(32), 0],
      [row.reporterKey, hash, 1],
    ] as const) {
      expect(await store.files.blobForReporter(key, name, part)).toBeNull()
    }
    const other = caseRow()
    const stolen = { files: [{ id: file.id, lane: 1, hash }] }
    await expect(store.cases.submit(other, firstEntries(), [], stolen)).rejects.toEqual(refused('file.missing'))
    expect(await store.cases.find(other.address)).toBeNull()
    await expect(addPart(file.id, 1)).rejects.toEqual(refused('upload.not_found'))
    await store.files.drop(file.id)
    await store.files.dropBefore(day + 100)
    expect(await store.files.blobOfCase(row.address, hash, 0)).toEqual(blob)
  })

  test('a file of the office’s lane is not the reporter’s to read', async () => {
    const [file, row, hash] = [await begun(), caseRow(), bytes(32)]
    const { blob } = await addPart(file.id, 0)
    await store.cases.submit(row, firstEntries(), [])
    const note = entry(3, { lane: 2, sequence: 0 })
    await store.cases.append({ ...row, revision: 3 }, [note], null, { files: [{ id: file.id, lane: 2, hash }] })
    expect(await store.files.blobForReporter(row.reporterKey, hash, 0)).toBeNull()
    expect(await store.files.blobOfCase(row.address, hash, 0)).toEqual(blob)
  })

  test('an entry whose file has gone meanwhile does not come in, and neither does its batch', async () => {
    const [file, row] = [await begun(), caseRow()]
    await store.files.drop(file.id)
    const files = [{ id: file.id, lane: 1, hash: bytes(32) }]
    await expect(store.cases.submit(row, firstEntries(), [], { files })).rejects.toEqual(refused('file.missing'))
    expect(await store.cases.find(row.address)).toBeNull()
  })

  test('an upload of which nothing came goes sooner than one of which a part did', async () => {
    const [owner, earlier] = [bytes(32), day - 2]
    const [empty, young, half] = [
      await begun({ owner, day: earlier }),
      await begun({ owner }),
      await begun({ owner, day: earlier }),
    ]
    await addPart(half.id, 0)
    await store.files.dropEmptyBefore(day - 1)
    expect(await store.files.find(empty.tokenHash)).toBeNull()
    const left = (await store.files.uploadsOf(owner)).map(({ id }) => id)
    expect(left.toSorted()).toEqual([young.id, half.id].toSorted())
  })

  test('the parts of all uploads of one owner are read at once, and nobody else’s', async () => {
    const owner = bytes(32)
    const [one, other, foreign] = [await begun({ owner }), await begun({ owner }), await begun()]
    for (const { id } of [one, other, foreign]) for (const part of [1, 0]) await addPart(id, part)
    const parts = await store.files.partsOf(owner)
    const expected = [one.id, other.id].toSorted((a, b) => a - b).flatMap((id) => [`${id} 0`, `${id} 1`])
    expect(parts.map(({ id, part }) => `${id} ${part}`)).toEqual(expected)
  })

  test('what is given up, what nobody finished and what goes with its case leaves its blobs to be deleted', async () => {
    const [given, old, young] = [await begun(), await begun({ day: day - 4 }), await begun()]
    const blobs = [(await addPart(given.id, 0)).blob, (await addPart(old.id, 3)).blob]
    await addPart(young.id, 0)
    await store.files.drop(given.id)
    await store.files.dropBefore(day - 3)
    const byName = (list: readonly Uint8Array[]) => list.map((each) => Buffer.from(each).toString('hex')).toSorted()
    expect(byName(await loose())).toEqual(byName(blobs))
    await store.files.forgetLoose(blobs)

    const { blob, row, hash } = await caseWithFile()
    await store.directory.append([statement(1)], { wipesCases: true })
    expect(await store.files.blobOfCase(row.address, hash, 0)).toBeNull()
    expect(await loose()).toEqual([blob])
    expect(await unsent()).toBe(1)
  })
})
