import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NamedEvidence } from '../../../src/client/files/named.ts'
import { hasUnsent } from '../../../src/client/office/desk/leave.ts'
import { makeDesk } from '../../../src/client/office/desk/make-desk.ts'
import { submit } from '../../../src/client/office/file/submit.ts'
import { noAnswers } from '../../../src/client/office/procedure/answers.ts'
import { draftOf, submitStep } from '../../../src/client/office/procedure/take.ts'
import type { Vault } from '../../../src/client/office/vault/vault.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk without keys: nothing is sealed before it is taken back. */
const desk = () => makeDesk({} as Vault)

const file = (name: string): NamedEvidence => ({
  ...{ hash: name.padEnd(43, 'A'), key: 'B'.repeat(43), chunks: 1, size: 9 },
  ...{ name, type: 'text/plain', cleaned: 'plain' },
})
const purpose = { audience: 'office' } as const

describe('an officer who takes back what had files', () => {
  test('has the files of a note again beside its words, and those added meanwhile', () => {
    const mine = desk()
    mine.drafts.write('case/office', { text: 'See the list.', files: [file('list')] })
    submit(mine, 'case', { purpose, text: 'See the list.', asks: false, files: [file('list')] })
    mine.drafts.write('case/office', { text: 'And this.', files: [file('later')] })
    mine.outbox.takeAllBack()
    expect(mine.drafts.read('case/office')).toEqual({
      text: 'See the list.\n\nAnd this.',
      chosen: [],
      files: [file('list'), file('later')],
    })
    expect(mine.drafts.read('case/reporter').files).toEqual([])
  })

  test('has the files of a step again beside its answers', () => {
    const mine = desk()
    const answers = { ...noAnswers, facts: { reason: 'A' } }
    submitStep(mine, 'case', { type: 'procedure', transition: 'accept' }, { answers, files: [file('plan')] })
    mine.outbox.takeAllBack()
    const draft = mine.drafts.read(draftOf('case', 'accept'))
    expect(JSON.parse(draft.text)).toEqual(answers)
    expect(draft.files).toEqual([file('plan')])
  })

  test('is asked before leaving while files wait for words, and not once all of it is on its way', () => {
    const mine = desk()
    const list = file('list')
    mine.drafts.write('case/office', { files: [list] })
    expect(hasUnsent(mine)).toBe(true)
    submit(mine, 'case', { purpose, text: 'See the list.', asks: false, files: [list] })
    expect(mine.drafts.all.value.size).toBe(0)
  })
})
