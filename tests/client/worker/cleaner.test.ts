import { expect, test } from 'vitest'
import { makeCleaner } from '../../../src/client/worker/cleaner.ts'

const plain = { outcome: 'plain', blob: null, removed: [], remains: [] } as const

/** Threads that answer for a file named `quick`, never for one named `endless`, and die of one named `deadly`. */
function threads() {
  const seen: string[] = []
  const counts = { started: 0, ended: 0, inHand: 0, most: 0 }
  class Thread extends EventTarget {
    #ended = false
    postMessage({ name }: File): void {
      seen.push(name)
      counts.inHand += 1
      counts.most = Math.max(counts.most, counts.inHand)
      if (name === 'endless') return
      setTimeout(() => {
        if (this.#ended) return
        counts.inHand -= 1
        this.dispatchEvent(name === 'deadly' ? new Event('error') : new MessageEvent('message', { data: plain }))
      })
    }
    terminate(): void {
      this.#ended = true
      counts.inHand = 0
      counts.ended += 1
    }
  }
  const start = () => {
    counts.started += 1
    return new Thread() as unknown as Worker
  }
  return { seen, counts, start }
}

const file = (name: string) => new File(['words'], name)

test('files are looked at one after the other, by one thread', async () => {
  const { seen, counts, start } = threads()
  const { look } = makeCleaner(start)
  const names = ['quick', 'quick', 'quick']
  expect(await Promise.all(names.map((name) => look(file(name))))).toEqual([plain, plain, plain])
  expect(seen).toEqual(names)
  expect(counts).toMatchObject({ started: 1, most: 1 })
})

test('a file that takes for ever is given up as too much, and those behind it are looked at', async () => {
  const { counts, start } = threads()
  const { look } = makeCleaner(start, 20)
  const looked = await Promise.all([look(file('endless')), look(file('quick'))])
  expect(looked).toEqual([{ ...plain, outcome: 'large' }, plain])
  expect(counts).toMatchObject({ started: 2, ended: 1 })
})

test('a thread that dies takes one file with it', async () => {
  const { start } = threads()
  const { look } = makeCleaner(start)
  expect(await Promise.all([look(file('deadly')), look(file('quick'))])).toEqual([null, plain])
})

test('a file that is taken out holds up nobody, in hand or waiting', async () => {
  const { seen, start } = threads()
  const { look } = makeCleaner(start)
  const [first, second] = [new AbortController(), new AbortController()]
  const asked = [look(file('endless'), first.signal), look(file('waits'), second.signal), look(file('quick'))]
  second.abort()
  first.abort()
  expect(await Promise.all(asked)).toEqual([null, null, plain])
  expect(seen).toEqual(['endless', 'quick'])
})

test('at the end everything that waits is told, and a later file begins anew', async () => {
  const { start } = threads()
  const { look, end } = makeCleaner(start)
  const asked = [look(file('endless')), look(file('quick'))]
  end()
  expect(await Promise.all(asked)).toEqual([null, null])
  expect(await look(file('quick'))).toEqual(plain)
})
