import { expect, test } from 'vitest'
import { toBase64url } from '../../crypto/wire/index.ts'
import { random } from '../support/officers.ts'
import { act, leaveMark, newReporter, report, visitRequest } from '../support/reporters.ts'
import { expectRefusal, onBoth } from './both.ts'

const today = 20_000

onBoth('the mark of a visit', (stage) => {
  test('is shown to the next visit with the same key, and to that one alone', async () => {
    const [reporter, other] = [await report(stage.office), await report(stage.office)]
    const first = await leaveMark(reporter)
    expect(first.former).toBeNull()
    expect((await leaveMark(other)).former).toBeNull()
    const second = await leaveMark(reporter, today + 3)
    expect(second.former).toEqual(first.left)
    expect((await leaveMark(reporter)).former).toEqual(second.left)
  })

  test('of a key that nobody used is answered alike, and is kept nowhere', async () => {
    const [stranger, reporter] = [await newReporter(stage.server.origin), await report(stage.office)]
    await leaveMark(reporter)
    const before = await stage.server.dump()
    const answers = []
    for (const who of [stranger, stranger]) {
      const { body } = await visitRequest(who)
      answers.push(await who.client.ask('markVisit', { body }))
    }
    expect(await stage.server.dump()).toBe(before)
    const { body } = await visitRequest(reporter)
    answers.push(await reporter.client.ask('markVisit', { body }))
    const shapes = answers.map(({ status, answer }) => [status, JSON.stringify(answer).length])
    expect(new Set(shapes.map((shape) => shape.join()))).toEqual(
      new Set([`200,${JSON.stringify(answers[0]?.answer).length}`]),
    )
    expect(answers[0]?.answer).not.toEqual(answers[1]?.answer)
  })

  test('is refused where somebody else signed it, or for a challenge that is none', async () => {
    const [reporter, other] = [await report(stage.office), await report(stage.office)]
    const { body } = await visitRequest(reporter)
    const { body: theirs } = await visitRequest(other)
    const refused = (code: string, given: object): Promise<void> =>
      expectRefusal(stage.server, code, 401, () => other.client.ask('markVisit', { body: { ...body, ...given } }))
    await refused('case.read_refused', { signature: theirs.signature })
    await refused('case.read_refused', { cell: theirs.cell })
    await refused('challenge.invalid', { challenge: toBase64url(random(52)) })
    expect((await leaveMark(reporter)).former).toBeNull()
  })

  test('goes when the key is replaced', async () => {
    const reporter = await report(stage.office)
    await leaveMark(reporter)
    const second = await newReporter(stage.server.origin)
    await act(reporter, reporter.address, { act: 'replace-key', newKeys: second.keys, body: { type: 'key-replaced' } })
    expect((await leaveMark(reporter)).former).toBeNull()
    expect((await leaveMark(second)).former).toBeNull()
    expect((await leaveMark(second)).former).not.toBeNull()
  })
})
