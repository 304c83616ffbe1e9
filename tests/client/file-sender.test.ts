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
