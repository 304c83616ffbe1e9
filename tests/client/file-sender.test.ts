import { expect, test } from 'vitest'
import type { Chosen } from '../../src/client/files/chosen.ts'
import { fileSender } from '../../src/client/files/send-files.ts'
import type { Upload } from '../../src/client/files/upload.ts'

const key = new Uint8Array(16)
const chosen = (id: number, name: string): Chosen => ({
  ...{ id, name, file: new Blob(['words']), asItIs: true },
  looked: { outcome: 'unknown', blob: null, removed: [], remains: [] },
})

/** Sends files over a line on which each fails with this code. */
const failing = (code: string, files: readonly Chosen[]) => {
  const run = () => Promise.reject(Object.assign(new Error(code), { code }))
  const sender = fileSender((): Upload => ({ run, cancel: async () => undefined }))
  return sender.send(key, files, () => undefined, new AbortController().signal)
}

test('whoever has several files is told which of them could not be sent', async () => {
  await expect(failing('file.changed', [chosen(1, '../list\u202Etxt.exe')])).rejects.toMatchObject({
    ...{ code: 'file.changed', file: 'listtxt.exe' },
  })
  await expect(failing('network', [chosen(1, 'a')])).rejects.not.toHaveProperty('file')
})

test('a file that is taken out while it is sent ends the sending as a stop does, and not as a fault of it', async () => {
  let fail: (cause: unknown) => void = () => undefined
  const run = () =>
    new Promise<never>((_, reject) => {
      fail = reject
    })
  const cancel = async (): Promise<void> => fail(Object.assign(new Error('gone'), { code: 'upload.not_found' }))
  const { send, drop } = fileSender((): Upload => ({ run, cancel }))
  const sending = send(key, [chosen(1, 'a')], () => undefined, new AbortController().signal)
  drop(1)
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
})

test('a file that is taken out before its turn, or after it, does not go', async () => {
  const sealed = { hash: key, key, chunks: 1, size: 5 }
  let arrive: () => void = () => undefined
  const begun: number[] = []
  const { send, drop } = fileSender((_, blob) => ({
    cancel: async () => undefined,
    run: () =>
      new Promise((resolve) => {
        begun.push(blob.size)
        arrive = () => resolve(sealed)
      }),
  }))
  const begin = (...list: readonly Chosen[]) => send(key, list, () => undefined, new AbortController().signal)
  const later = begin(chosen(1, 'a'), chosen(2, 'b'))
  drop(2)
  arrive()
  await expect(later).rejects.toMatchObject({ name: 'AbortError' })
  expect(begun).toHaveLength(1)
  const earlier = begin(chosen(3, 'c'))
  arrive()
  drop(3)
  await expect(earlier).rejects.toMatchObject({ name: 'AbortError' })
})
