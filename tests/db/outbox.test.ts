import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../db/store.ts'
import type { Bytes, CaseRow, DayTelling, LetterRow, Place, Store, Telling } from '../../src/service/ports.ts'
import { race } from '../support/race.ts'
import { bytes, caseRow, entry, firstEntries, statement } from './rows.ts'
import { type Engine, engines } from './stores.ts'

const today = 20_000
const [morning, noon] = [28_800_480, 28_800_840]
const toAll: Telling = { readers: 'all', place: 1, today, slot: morning }

describe.each(engines)('%s keeps mails until they have left:', (_, openEngine) => {
  let engine: Engine
  let store: Store
  let [ines, idris, noor]: [Bytes, Bytes, Bytes] = [bytes(16), bytes(16), bytes(16)]

  beforeAll(async () => {
    engine = await openEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    store = createStore(await engine.fresh())
    await store.directory.append([statement(0)], {})
    ;[ines, idris, noor] = [bytes(16), bytes(16), bytes(16)]
    for (const [name, member] of Object.entries({ ines, idris, noor })) {
      await store.delivery.setAddresses(member, [{ place: 1, address: `${name}@office.example`, daily: 0 }])
    }
  })

  const readers = (...members: Bytes[]) => members.map((memberId) => ({ memberId, sealRevision: 1, sealOffset: 5 }))
  const due = (now: number): Promise<readonly LetterRow[]> => store.outbox.due(now, 100)
  const to = async (now: number) => (await due(now)).map(({ address }) => address).toSorted()
  const secondOf = (member: Bytes, name: string) =>
    store.delivery.setAddresses(member, [
      { place: 1, address: `${name}@office.example`, daily: 0 },
      { place: 2, address: `${name}@home.example`, daily: 0 },
    ])

  async function newCase(who: Bytes[], changes: Partial<CaseRow> = {}, excluded: Bytes[] = []): Promise<CaseRow> {
    const row = caseRow(changes)
    await store.cases.submit(row, firstEntries(), readers(...who), { excluded })
    return row
  }
  const append = (row: CaseRow, revision: number, tells: Telling, now: Bytes[] | null = null) =>
    store.cases.append(row, [entry(revision)], now && readers(...now), { tells })

  async function taken(letter: LetterRow | undefined): Promise<LetterRow> {
    if (!letter || !(await store.outbox.claim(letter, morning + 10))) throw new Error('Nothing could be taken')
    return letter
  }

  test('whoever reads the case hears of it, once for each time of leaving', async () => {
    const row = await newCase([ines, idris])
    await append(row, 3, toAll)
    await append(row, 4, toAll)
    expect(await to(morning)).toEqual(['idris@office.example', 'ines@office.example'])
    expect(await to(morning - 1)).toEqual([])
    await append(row, 5, { ...toAll, slot: noon })
    expect(await to(noon)).toHaveLength(2)
    await store.outbox.sent(await taken((await due(morning))[0]))
    expect(await to(noon)).toHaveLength(2)
  })

  test('of a batch that does not land nobody hears', async () => {
    const row = await newCase([ines])
    await expect(append(row, 7, toAll)).rejects.toThrow('case.head_moved')
    expect(await to(noon)).toEqual([])
  })

  test('somebody who begins to read hears of it alone', async () => {
    const row = await newCase([ines])
    await append(row, 3, { ...toAll, readers: [idris] }, [ines, idris])
    expect(await to(morning)).toEqual(['idris@office.example'])
  })

  test('whoever covers for somebody away hears too, but not who is excluded, unless they were let in', async () => {
    const absence = { firstDay: today, lastDay: today + 4, cover: noor }
    await store.delivery.setAbsences(idris, [absence])
    await append(await newCase([ines, idris]), 3, toAll)
    expect(await to(morning)).toHaveLength(3)
    const row = await newCase([ines, idris], {}, [noor])
    await append(row, 3, { ...toAll, slot: noon })
    expect((await due(noon)).filter(({ slot }) => slot === noon)).toHaveLength(2)
    await append(row, 4, { ...toAll, slot: noon }, [ines, idris, noor])
    expect((await due(noon)).filter(({ slot }) => slot === noon)).toHaveLength(3)
  })

  test('before and after an absence the cover hears nothing', async () => {
    await store.delivery.setAbsences(idris, [{ firstDay: today + 1, lastDay: today + 4, cover: noor }])
    const row = await newCase([idris])
    for (const [index, day] of [today, today + 5].entries()) {
      await append(row, 3 + index, { ...toAll, today: day, slot: morning + index })
    }
    expect(await to(noon)).toEqual(['idris@office.example'])
    expect(await store.delivery.absences(today + 4)).toHaveLength(1)
    expect(await store.delivery.absences(today + 5)).toEqual([])
  })

  test('what is meant for second addresses goes there, and to the only one where there is one', async () => {
    await secondOf(ines, 'ines')
    await append(await newCase([ines, idris]), 3, { ...toAll, place: 2 })
    expect(await to(morning)).toEqual(['idris@office.example', 'ines@home.example'])
  })

  test('of many who would send the same mail one does', async () => {
    await append(await newCase([ines]), 3, toAll)
    const [letter] = await due(morning)
    if (!letter) throw new Error('There is no mail')
    const claims: boolean[] = []
    await race([1, 2, 3, 4, 5, 6], async () => {
      claims.push(await store.outbox.claim(letter, morning + 10))
      return true
    })
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await to(morning + 9)).toEqual([])
    // Whoever took it has not been heard of.
    expect(await to(morning + 10)).toEqual(['ines@office.example'])
  })

  test('whoever was too slow neither forgets nor changes a mail that another has taken since', async () => {
    await append(await newCase([ines]), 3, toAll)
    const slow = await taken((await due(morning))[0])
    const [again] = await due(morning + 10)
    expect(again && (await store.outbox.claim(again, morning + 20))).toBe(true)
    await store.outbox.later(slow, morning + 11)
    await store.outbox.giveUp(slow, 'refused', [idris], morning + 60)
    expect(await to(morning + 19)).toEqual([])
    expect((await store.outbox.undelivered()).map(({ state }) => state)).toEqual(['waiting'])
  })

  test('a mail that arrived says all that older ones would have said', async () => {
    const row = await newCase([ines])
    await append(row, 3, toAll)
    await append(row, 4, { ...toAll, slot: noon })
    const all = await due(noon)
    expect(all.map(({ slot }) => slot)).toEqual([noon])
    await store.outbox.sent(await taken(all[0]))
    expect(await to(noon + 999)).toEqual([])
  })

  test('a mail that is refused goes to the second address, then to the chiefs, and there it ends', async () => {
    await secondOf(idris, 'idris')
    await append(await newCase([idris]), 3, toAll)
    const refuse = async (slot: number) =>
      store.outbox.giveUp(await taken((await due(slot))[0]), 'refused', [ines, noor], slot + 60)
    await refuse(morning)
    expect(await to(morning + 60)).toEqual(['idris@home.example'])
    await refuse(morning + 60)
    expect(await to(morning + 120)).toEqual(['ines@office.example', 'noor@office.example'])
    for (let turn = 2; turn < 5 && (await due(morning + turn * 60)).length > 0; turn++)
      await refuse(morning + turn * 60)
    expect(await to(noon + 9_999)).toEqual([])
    const left = await store.outbox.undelivered()
    expect(left.map(({ place, state }) => `${place} ${state}`).toSorted()).toEqual([
      ...['1 refused', '1 refused', '1 refused', '2 refused'],
    ])
  })

  test('what did not arrive can be sent again, and is forgotten with the address', async () => {
    await append(await newCase([ines, idris]), 3, toAll)
    for (const letter of await due(morning)) {
      await store.outbox.giveUp(await taken(letter), 'unreachable', [], noon)
    }
    expect(await store.outbox.undelivered()).toHaveLength(2)
    expect(await store.outbox.retry(ines, 1, noon)).toBe(true)
    expect(await store.outbox.retry(noor, 1, noon)).toBe(false)
    expect(await to(noon)).toEqual(['ines@office.example'])
    await store.delivery.setAddresses(idris, [{ place: 1, address: 'new@office.example', daily: 0 }])
    expect(await store.outbox.undelivered()).toEqual([])
  })

  test('somebody who is retired is written to no more', async () => {
    await append(await newCase([ines, idris]), 3, toAll)
    await store.directory.append([statement(1)], { retired: idris })
    expect(await to(noon)).toEqual(['ines@office.example'])
    expect(await store.delivery.addresses(idris)).toEqual([])
  })

  describe('when a day comes', () => {
    const remind: DayTelling = { of: 'remind', ...toAll }
    const silence = (after: number, besides: Bytes[] = [], place: Place = 1): DayTelling => ({
      ...{ of: 'waits', after, besides, place, today, slot: morning },
      readers: besides.length > 0 ? [] : 'all',
    })

    test('readers are reminded of cases whose day it is, once', async () => {
      await newCase([ines], { remind: today, waits: 0 })
      await newCase([idris], { remind: today + 1, waits: 0 })
      await store.outbox.passDays(0, today, [remind])
      expect(await to(morning)).toEqual(['ines@office.example'])
      await store.outbox.sent(await taken((await due(morning))[0]))
      await store.outbox.passDays(0, today, [remind])
      await store.outbox.passDays(today, today, [remind])
      expect(await to(noon)).toEqual([])
      await store.outbox.passDays(today, today + 1, [{ ...remind, slot: noon }])
      expect(await to(noon)).toEqual(['idris@office.example'])
      expect(await store.outbox.through()).toBe(today + 1)
    })

    test('days on which nothing ran are made up for', async () => {
      await newCase([ines], { remind: today - 3, waits: 0 })
      await store.outbox.passDays(0, today - 5, [])
      await store.outbox.passDays(today - 5, today, [remind])
      expect(await to(morning)).toEqual(['ines@office.example'])
    })

    test('silence is told to readers of the case, and to others unless the reporter excluded them', async () => {
      await newCase([ines], { waits: today - 2 })
      await newCase([idris], { waits: today - 1 })
      await newCase([noor], { waits: 0 })
      await store.outbox.passDays(0, today - 1, [])
      await store.outbox.passDays(today - 1, today, [silence(2)])
      expect(await to(morning)).toEqual(['ines@office.example'])

      await newCase([ines], { waits: today - 3 }, [noor])
      await store.outbox.passDays(today, today + 1, [silence(4, [noor])])
      expect(await to(morning)).toEqual(['ines@office.example'])
      await newCase([ines], { waits: today - 2 })
      await store.outbox.passDays(today + 1, today + 2, [silence(4, [noor])])
      expect(await to(morning)).toEqual(['ines@office.example', 'noor@office.example'])
    })

    test('people are written to for themselves', async () => {
      await store.outbox.passDays(0, today, [{ of: 'people', people: [noor], slot: noon }])
      expect(await to(noon)).toEqual(['noor@office.example'])
    })

    test('whoever wants mail on every working day gets it, and none for a reason but when silence is long', async () => {
      await store.delivery.setAddresses(ines, [
        { place: 1, address: 'ines@office.example', daily: 1 },
        { place: 2, address: 'ines@home.example', daily: 0 },
      ])
      const row = await newCase([ines, idris], { remind: today, waits: today - 2 })
      await append(row, 3, toAll)
      await store.outbox.passDays(0, today - 1, [])
      await store.outbox.passDays(today - 1, today, [remind, silence(2), { of: 'people', people: [ines], slot: noon }])
      expect(await to(noon)).toEqual(['idris@office.example'])
      await store.outbox.passDays(today, today + 1, [{ of: 'daily', slot: noon }])
      expect(await to(noon)).toEqual(['idris@office.example', 'ines@office.example'])
      await store.outbox.passDays(today + 1, today + 2, [{ ...silence(4, [], 2), slot: noon }])
      expect(await to(noon)).toContain('ines@home.example')
    })

    test('absences that are over are forgotten', async () => {
      await store.delivery.setAbsences(idris, [{ firstDay: today - 9, lastDay: today - 1, cover: noor }])
      await store.outbox.passDays(0, today, [])
      expect(await store.delivery.absences(0)).toEqual([])
    })
  })
})
