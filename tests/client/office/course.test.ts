import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../../src/client/office/file/possible.ts'
import { scheduleAfter } from '../../../src/client/office/file/schedule.ts'
import { after, standingOf, titleOf } from '../../../src/client/office/file/told.ts'
import { summaryLies, voidsOf } from '../../../src/client/office/file/voids.ts'
import type { FileEntry, OpenedFile } from '../../../src/client/office/vault/types.ts'
import type { Step } from '../../../src/domain/steps.ts'
import { summarise } from '../../../src/domain/summary.ts'

/** Without a directory there are no holidays. */
const book = null
const report: Step = {
  type: 'report',
  kind: 'report',
  mode: 'anonymous',
  language: 'fr',
  story: 'Two invoices for one journey.\nMore.',
}

const entry = (
  sequence: number,
  author: string | null,
  step: Step,
  day = '2026-11-03',
  part: Partial<FileEntry> = {},
): FileEntry => ({
  ...{
    hash: `hash ${sequence}`,
    lane: 'shared',
    sequence,
    kind: 'entry',
    day,
    author,
    step,
    rule: null,
    members: [],
    files: [],
  },
  ...{ further: null, key: null },
  ...part,
})

const fileOf = (...entries: FileEntry[]): OpenedFile => ({
  address: 'case',
  rules: null,
  entries: [entry(0, null, report, '2026-11-02'), ...entries],
  broken: null,
  badSeals: [],
  furtherKeys: [],
  readmission: null,
  readers: ['ines', 'sofia'],
  excluded: [],
  closed: false,
  remind: null,
  release: null,
  fixedRelease: null,
  held: [],
  released: null,
  mayOpenIdentity: false,
})

const stepsIn = (file: OpenedFile, me = 'ines') => {
  const story = standingOf(file, book)?.story
  if (story === undefined) throw new Error('no story')
  return Object.fromEntries(stepsOf(file, story, me).map(({ name, not }) => [name, not]))
}

describe('what an officer can do next', () => {
  test('a new case can be acknowledged, moved on and closed', () => {
    expect(stepsIn(fileOf())).toEqual({
      acknowledge: null,
      assessment: null,
      inquiry: null,
      waiting: null,
      answered: null,
      close: null,
    })
  })

  test('an acknowledgement is owed once, whoever gave it', () => {
    expect(stepsIn(fileOf(entry(1, 'sofia', { type: 'message', text: 'Read.' }))).acknowledge).toBe('done')
  })

  test('after a withdrawal nothing but the closing is left, and each button says why', () => {
    const steps = stepsIn(fileOf(entry(1, null, { type: 'withdrawal' })))
    expect(steps).toEqual({
      acknowledge: 'withdrawn',
      assessment: 'withdrawn',
      inquiry: 'withdrawn',
      waiting: 'withdrawn',
      answered: 'withdrawn',
      close: null,
    })
  })

  test('who signed the closing waits for a colleague, and the colleague is asked to agree', () => {
    const file = fileOf(entry(1, 'ines', { type: 'closed', text: 'Done.' }, '2026-11-03', { kind: 'close' }))
    expect(stepsIn(file, 'ines').agree).toBe('second')
    expect(stepsIn(file, 'sofia').agree).toBeNull()
  })

  test('a message after the first signature means that the closing begins anew', () => {
    const file = fileOf(
      entry(1, 'ines', { type: 'closed', text: 'Done.' }, '2026-11-03', { kind: 'close' }),
      entry(2, null, { type: 'message', text: 'Wait.' }),
    )
    expect(stepsIn(file, 'sofia').close).toBeNull()
  })
})

describe('what a step makes of a case', () => {
  test('an acknowledgement moves the clear days from the acknowledgement to the answer', () => {
    const next = after(
      fileOf(),
      { day: '2026-11-03', author: 'ines', step: { type: 'acknowledgement', text: 'Read.' } },
      book,
    )
    expect(next?.summary).toMatchObject({
      title: 'Two invoices for one journey.',
      state: 'acknowledged',
      last: 'office',
    })
    expect(next && scheduleAfter(next.standing, null, '2026-11-03')).toEqual({
      remind: '2027-02-03',
      release: '2027-02-03',
    })
  })

  test('a limit that has passed is not moved out of sight', () => {
    const standing = standingOf(fileOf(), book)
    expect(standing && scheduleAfter(standing, null, '2026-12-20')).toEqual({
      remind: '2026-12-20',
      release: '2026-12-20',
    })
  })

  test('where nothing is owed any more the clear days stand at the furthest that is allowed', () => {
    const file = fileOf(entry(1, 'ines', { type: 'state', to: 'answered', text: 'We looked.' }))
    const standing = standingOf(file, book)
    expect(standing && scheduleAfter(standing, null, '2026-11-03')).toEqual({
      remind: '2027-03-13',
      release: '2027-03-13',
    })
  })

  test('a case without a title is named by the first words of the account', () => {
    expect(titleOf(fileOf())).toBe('Two invoices for one journey.')
  })
})

test('a step around a rule of the course, and one around a rule of the protocol, are both void, each with its rule', () => {
  const file = fileOf(
    entry(1, null, { type: 'withdrawal-undone' }),
    entry(2, 'ines', { type: 'granted' }, '2026-11-03', { kind: 'grant', rule: 'rule.excluded' }),
  )
  expect([...voidsOf(file, standingOf(file, book))]).toEqual([
    ['hash 1', 'step.nothing_to_undo'],
    ['hash 2', 'rule.excluded'],
  ])
})

test('a summary that says another state than the chain is noticed, unless it covers an older entry', () => {
  const file = fileOf(entry(1, 'ines', { type: 'acknowledgement', text: 'Read.' }))
  const standing = standingOf(file, book)
  if (standing === null) throw new Error('no story')
  const summary = summarise(standing, titleOf(file))
  expect(summaryLies(file, standing, { head: 'hash 1', summary })).toBe(false)
  expect(summaryLies(file, standing, { head: 'hash 1', summary: { ...summary, state: 'closed' } })).toBe(true)
  expect(summaryLies(file, standing, { head: 'hash 0', summary: { ...summary, state: 'closed' } })).toBe(false)
})
