import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { handOver } from '../../src/client/ui/hand-over.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A browser that tells under which name something was saved, and whether it could fetch it still. */
const browser = () => {
  const saved: string[] = []
  const made = new Set<string>()
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    made.add('blob:1')
    return 'blob:1'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void made.delete(address))
  const link: Record<string, string> = {}
  vi.stubGlobal('document', {
    createElement: () => ({
      setAttribute: (name: string, value: string) => {
        link[name] = value
      },
      append: () => undefined,
      click: () => saved.push(`${link.download} from ${link.href}`),
    }),
  })
  return { saved, there: () => made.has('blob:1') }
}

describe('a file that somebody saves', () => {
  test('is there while a phone asks first whether they want it, and not for ever', () => {
    const { saved, there } = browser()
    handOver('file.bin', new Blob(['sealed']))
    expect(saved).toEqual(['file.bin from blob:1'])
    vi.advanceTimersByTime(30_000)
    expect(there()).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(there()).toBe(false)
  })
})
