import { describe, expect, test } from 'vitest'
import { drafts } from '../../../src/client/office/desk/drafts.ts'
import { outbox, TAKE_BACK_SECONDS } from '../../../src/client/office/desk/outbox.ts'
import { CallError } from '../../../src/client/office/net/call.ts'

/** An outbox whose seconds pass when the test says so. */
const withSeconds = () => {
  let every: (() => void) | undefined
  const box = outbox((act) => {
    every = act
    return () => {
      every = undefined
    }
  })
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) every?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { box, pass, ticking: () => every !== undefined }
}

const letter = (send: () => Promise<void>, restore = () => {}) => ({
  address: 'case',
  audience: 'reporter' as const,
  send,
  restore,
})

describe('the moment to take back', () => {
  test('nothing is sealed before the seconds are over, and then it is sent once', async () => {
    const { box, pass, ticking } = withSeconds()
    let sent = 0
    box.put(letter(async () => void (sent += 1)))
    await pass(TAKE_BACK_SECONDS - 1)
    expect(sent).toBe(0)
    expect(box.waiting.value[0]?.seconds).toBe(1)
    await pass(2)
    expect(sent).toBe(1)
    expect(box.waiting.value).toEqual([])
    expect(ticking()).toBe(false)
  })

  test('an officer who takes a message back has the words again, and nothing is sent', async () => {
    const { box, pass } = withSeconds()
    const words = drafts()
    let sent = 0
    box.put(
      letter(
        async () => void (sent += 1),
        () => words.write('case/reporter', 'Too soon'),
      ),
    )
    box.takeBack(box.waiting.value[0]?.id ?? 0)
    await pass(TAKE_BACK_SECONDS + 1)
    expect(sent).toBe(0)
    expect(words.read('case/reporter')).toBe('Too soon')
  })

  test('what is being sent at this moment cannot be taken back', () => {
    const { box } = withSeconds()
    let restored = false
    box.put(
      letter(
        () => new Promise(() => {}),
        () => void (restored = true),
      ),
    )
    const id = box.waiting.value[0]?.id ?? 0
    box.sendNow(id)
    box.takeAllBack()
    expect(restored).toBe(false)
    expect(box.waiting.value[0]?.state).toBe('sending')
  })

  test('a message whose connection broke waits to be sent again by the same sender', async () => {
    const { box, pass } = withSeconds()
    let tries = 0
    box.put(
      letter(async () => {
        tries += 1
        if (tries === 1) throw new CallError('line.lost', 0)
      }),
    )
    const id = box.waiting.value[0]?.id ?? 0
    box.sendNow(id)
    await pass(1)
    expect(box.waiting.value[0]?.state).toBe('lost')
    box.sendNow(id)
    await pass(1)
    expect(tries).toBe(2)
    expect(box.waiting.value).toEqual([])
  })
})
