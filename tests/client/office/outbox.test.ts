import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
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
    await setImmediate()
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
    const send = vi.fn(async () => {})
    box.put(letter(send))
    await pass(TAKE_BACK_SECONDS - 1)
    expect(send).not.toHaveBeenCalled()
    expect(box.waiting.value[0]?.seconds).toBe(1)
    await pass(2)
    expect(send).toHaveBeenCalledTimes(1)
    expect(box.waiting.value).toEqual([])
    expect(box.gone.value).toEqual({ address: 'case', how: 'sent' })
    expect(ticking()).toBe(false)
  })

  test('an officer who takes a message back has the words again, and nothing is sent', async () => {
    const { box, pass } = withSeconds()
    const words = drafts()
    const send = vi.fn(async () => {})
    box.put(letter(send, () => words.write('case/reporter', { text: 'Too soon' })))
    box.takeBack(box.waiting.value[0]?.id ?? 0)
    await pass(TAKE_BACK_SECONDS + 1)
    expect(send).not.toHaveBeenCalled()
    expect(words.read('case/reporter').text).toBe('Too soon')
    expect(box.gone.value).toEqual({ address: 'case', how: 'taken' })
  })

  test('what is being sent at this moment cannot be taken back', () => {
    const { box } = withSeconds()
    const restore = vi.fn()
    box.put(letter(() => new Promise(() => {}), restore))
    const id = box.waiting.value[0]?.id ?? 0
    box.sendNow(id)
    box.takeAllBack()
    expect(restore).not.toHaveBeenCalled()
    expect(box.waiting.value[0]?.state).toBe('sending')
  })

  test('when the session ends while sending, the words go back to where they were typed', async () => {
    const { box, pass } = withSeconds()
    const restore = vi.fn()
    box.put(letter(() => Promise.reject(new CallError('session.required', 401)), restore))
    box.sendNow(box.waiting.value[0]?.id ?? 0)
    await pass(1)
    expect(restore).toHaveBeenCalledTimes(1)
    expect(box.waiting.value).toEqual([])
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

  test('of one case one thing at a time is sent, in order, and another case does not wait for it', async () => {
    const { box, pass } = withSeconds()
    const begun: string[] = []
    const arrive = new Map<string, () => void>()
    const named = (name: string, address: string, restore = () => {}) => ({
      ...letter(() => {
        begun.push(name)
        return new Promise<void>((resolve) => arrive.set(name, resolve))
      }, restore),
      address,
    })
    const restored = vi.fn()
    box.put(named('first', 'case'))
    box.put(named('second', 'case'))
    box.put(named('elsewhere', 'another case'))
    box.put(named('third', 'case', restored))
    await pass(TAKE_BACK_SECONDS)
    expect(begun).toEqual(['first', 'elsewhere'])
    arrive.get('first')?.()
    await pass(1)
    expect(begun).toEqual(['first', 'elsewhere', 'second'])
    // Whoever leaves now has the words again that nobody has begun to send.
    box.takeAllBack()
    expect(restored).toHaveBeenCalledTimes(1)
    arrive.get('second')?.()
    await pass(1)
    expect(begun).toHaveLength(3)
  })

  test('what comes after something that could not be sent is sent all the same', async () => {
    const { box, pass } = withSeconds()
    const after = vi.fn(async () => {})
    box.put(letter(() => Promise.reject(new CallError('line.lost', 0))))
    box.put(letter(after))
    await pass(TAKE_BACK_SECONDS)
    expect(after).toHaveBeenCalledTimes(1)
    expect(box.waiting.value.map(({ state }) => state)).toEqual(['lost'])
  })
})
