import { describe, expect, test } from 'vitest'
import { found, inView } from '../../../src/client/office/inbox/filter.ts'
import { grouped, type InboxRow, isUnread } from '../../../src/client/office/inbox/row.ts'
import type { Summary } from '../../../src/domain/summary.ts'

const today = '2026-11-20'
const nobodyRead: ReadonlySet<string> = new Set()

const row = (title: string, part: Partial<Summary> | null = {}, received = '2026-11-02'): InboxRow => ({
  address: `address of ${title}`,
  version: `version of ${title}`,
  head: `head of ${title}`,
  hash: new Uint8Array(32),
  reference: 'M2R 7X4',
  problem: part === null ? 'seal.bad' : null,
  received,
  summary:
    part === null
      ? null
      : { title, kind: 'report', state: 'received', received, owed: null, last: 'reporter', ...part },
})

const due = (day: string): Partial<Summary> => ({ owed: { what: 'acknowledgement', due: day } })
const titlesOf = (rows: readonly InboxRow[]) => rows.map(({ summary }) => summary?.title)

describe('the order of the inbox', () => {
  test('an officer sees first what cannot be read, then what is late, then what is due soon, and last what is over', () => {
    const rows = [
      row('withdrawn', { state: 'withdrawn', ...due('2026-11-18') }),
      row('nothing owed'),
      row('asked', { state: 'waiting', ...due('2026-11-21') }),
      row('in three weeks', due('2026-12-11')),
      row('in two weeks', due('2026-12-04')),
      row('in three days', due('2026-11-23')),
      row('today', due('2026-11-20')),
      row('damaged', null),
    ]
    const order = grouped(rows, today).map(({ group, rows: members }) => [group, ...titlesOf(members)])
    expect(order).toEqual([
      ['unreadable', undefined],
      ['late', 'today'],
      ['soon', 'in three days'],
      ['weeks', 'in two weeks'],
      ['later', 'in three weeks'],
      ['them', 'asked', 'nothing owed'],
      ['over', 'withdrawn'],
    ])
  })

  test('inside a group the earlier last day comes first, and of two alike the older case', () => {
    const rows = [
      row('younger', due('2026-11-19'), '2026-11-12'),
      row('older', due('2026-11-19'), '2026-11-10'),
      row('later still', due('2026-11-20'), '2026-11-01'),
      row('longest late', due('2026-11-17'), '2026-11-13'),
    ]
    expect(titlesOf(grouped(rows, today)[0]?.rows ?? [])).toEqual(['longest late', 'older', 'younger', 'later still'])
  })
})

describe('what an officer has not answered', () => {
  test('a case is bold while the reporter spoke last, until this person has seen its newest entry', () => {
    const waiting = row('waiting for us')
    expect(isUnread(waiting, nobodyRead)).toBe(true)
    expect(isUnread(waiting, new Set([waiting.head]))).toBe(false)
    expect(isUnread(row('answered', { last: 'office' }), nobodyRead)).toBe(false)
    expect(isUnread(row('over', { state: 'closed' }), nobodyRead)).toBe(false)
  })

  test('each view holds the cases it promises', () => {
    const rows = [
      row('ours', due('2026-11-30')),
      row('theirs', { state: 'waiting', last: 'office' }),
      row('closed', { state: 'closed' }),
    ]
    const seen = { today, read: nobodyRead }
    expect(titlesOf(inView(rows, 'open', seen))).toEqual(['ours', 'theirs'])
    expect(titlesOf(inView(rows, 'us', seen))).toEqual(['ours'])
    expect(titlesOf(inView(rows, 'them', seen))).toEqual(['theirs'])
    expect(titlesOf(inView(rows, 'unread', seen))).toEqual(['ours'])
    expect(titlesOf(inView(rows, 'over', seen))).toEqual(['closed'])
  })
})

describe('the search on this device', () => {
  const rows = [row('Voyages facturés deux fois'), row('Gift of a watch')]

  test('somebody who types without accents and in capitals finds the case', () => {
    expect(titlesOf(found(rows, 'FACTURES voyages', 'ines'))).toEqual(['Voyages facturés deux fois'])
  })

  test('a reference is found with and without its space', () => {
    expect(found(rows, 'm2r7x4', 'ines')).toHaveLength(2)
    expect(found(rows, 'M2R 7X4 watch', 'ines')).toHaveLength(1)
    expect(found(rows, 'M2R 7X5', 'ines')).toHaveLength(0)
  })

  test('whoever has not declared on a request finds it by its reference and not by its title', () => {
    const requests = [row('The desk', { kind: 'protection', declared: 'inesadab' })]
    expect(found(requests, 'desk', 'ines-of-the-office')).toHaveLength(1)
    expect(found(requests, 'desk', 'bo-of-the-office')).toHaveLength(0)
    expect(found(requests, 'M2R 7X4', 'bo-of-the-office')).toHaveLength(1)
  })
})
