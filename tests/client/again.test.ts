import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { again } from '../../src/client/files/again.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each(['network', 'service.busy', 'service.failed', 'unknown', 'upload.wrong_part'])(
  'what passes by itself is tried again: %s',
  async (code) => {
    const attempt = vi.fn(async () => 'there').mockRejectedValueOnce(failure(code))
    const asked = again(attempt)
    await vi.runAllTimersAsync()
    expect(await asked).toBe('there')
    expect(attempt).toHaveBeenCalledTimes(2)
  },
)

test('what does not pass is said at once, and what lasts after a few tries', async () => {
  const refused = vi.fn(() => Promise.reject(failure('upload.other_part')))
  await expect(again(refused)).rejects.toMatchObject({ code: 'upload.other_part' })
  expect(refused).toHaveBeenCalledTimes(1)
  const broken = vi.fn(() => Promise.reject(failure('network')))
  const lasting = expect(again(broken)).rejects.toMatchObject({ code: 'network' })
  await vi.runAllTimersAsync()
  await lasting
  expect(broken).toHaveBeenCalledTimes(4)
})
