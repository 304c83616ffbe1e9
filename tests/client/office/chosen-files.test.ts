import { beforeEach, describe, expect, test } from 'vitest'
import { clean } from '../../../src/client/clean/clean.ts'
import type { Desk } from '../../../src/client/office/desk/desk.ts'
import { forget, hasUnsent, leave } from '../../../src/client/office/desk/leave.ts'
import { makeDesk } from '../../../src/client/office/desk/make-desk.ts'
import { chooseFile, dropChosen, readyFiles } from '../../../src/client/office/evidence/choosing.ts'
import type { Vault } from '../../../src/client/office/vault/vault.ts'
import type { Cleaner } from '../../../src/client/worker/cleaner.ts'
import { known } from '../../support/evidence/exif.ts'
import { photograph } from '../../support/evidence/pictures.ts'

let mine: Desk
/** Lets the thread look at the files; before, it has not started yet. */
let begin: () => void

/** What the thread does, in this one: the real cleaning, once it has begun; a file that is gone cannot be read. */
const cleaner = (begun: Promise<void>): Cleaner => ({
  look: async (file) => {
    await begun
    const read = await file.arrayBuffer().catch(() => null)
    if (read === null) return null
    const { bytes, ...told } = await clean(new Uint8Array(read))
    return { ...told, blob: bytes && new Blob([bytes]) }
  },
  end: () => undefined,
})

/** Somebody at an unlocked desk whose session is over on the service already. */
const sitDown = (): Desk => {
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const desk = makeDesk({ forget: () => undefined } as Vault, cleaner(begun))
  desk.me.set({ id: 'AA', role: 'officer', label: 'Ines', by: 'passkey' })
  return desk
}

const photo = () => new File([photograph()], 'IMG_0417.jpg')
const gone = () => Object.assign(photo(), { arrayBuffer: () => Promise.reject(new Error('gone')) })
const names = (draft: string) => mine.drafts.read(draft).chosen.map(({ name }) => name)
const staying = new AbortController().signal

beforeEach(() => {
  mine = sitDown()
})

describe('an officer who chose a file', () => {
  test('signs before it was looked at, and it goes all the same, without its traces', async () => {
    void chooseFile(mine, 'case/office', photo())
    const ready = readyFiles(mine, 'case/office', staying)
    begin()
    const [{ looked } = { looked: null }] = await ready
    expect(looked).toMatchObject({ outcome: 'cleaned' })
    const text = typeof looked === 'object' ? await looked?.blob?.text() : ''
    expect(text).not.toContain(known.serial)
  })

  test('is told of one that cannot be read instead of signing without it', async () => {
    begin()
    await chooseFile(mine, 'case/office', gone())
    await expect(readyFiles(mine, 'case/office', staying)).rejects.toMatchObject({ code: 'files.unreadable' })
    dropChosen(mine, 'case/office', mine.drafts.read('case/office').chosen)
    expect(await readyFiles(mine, 'case/office', staying)).toEqual([])
  })

  test('signs nothing after leaving the case, while a file is still being looked at', async () => {
    void chooseFile(mine, 'case/office', photo())
    const leaving = new AbortController()
    const ready = readyFiles(mine, 'case/office', leaving.signal)
    leaving.abort()
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('has it in the place for which it was chosen and in no other', () => {
    void chooseFile(mine, 'case/office', photo())
    expect(names('case/office')).toEqual(['IMG_0417.jpg'])
    expect(names('case/reporter')).toEqual([])
  })

  test('has it again after the desk locked by itself, looked at meanwhile, and not after locking it by hand', async () => {
    const looking = chooseFile(mine, 'case/office', photo())
    leave(mine, 'ended')
    begin()
    await looking
    expect(hasUnsent(mine)).toBe(true)
    expect(await readyFiles(mine, 'case/office', staying)).toHaveLength(1)
    mine.me.set({ id: 'AA', role: 'officer', label: 'Ines', by: 'passkey' })
    leave({ ...mine, call: (async () => undefined) as never }, 'left')
    expect(names('case/office')).toEqual([])
  })

  test('leaves nothing of it by the exit, not even at a desk that had locked by itself', () => {
    void chooseFile(mine, 'case/office', photo())
    leave(mine, 'ended')
    expect(hasUnsent(mine)).toBe(true)
    forget(mine)
    expect(hasUnsent(mine)).toBe(false)
  })
})
