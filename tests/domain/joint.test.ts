import { describe, expect, it } from 'vitest'
import { jointWith } from '../../src/domain/joint.ts'
import { fieldsOf, type Step, stepOf } from '../../src/domain/steps.ts'
import { tellStory } from '../../src/domain/story.ts'

const day = '2026-11-20'
const said = (step: Step, more: object = {}) => ({
  ...{ lane: 'office', rule: null, author: 'ines', day, step },
  ...more,
})
const linked = { type: 'linked', case: 'the-other', text: 'One manager, two people.' } as const
const joint = { address: 'the-other', text: 'One manager, two people.', day, author: 'ines' }

describe('matters that belong together', () => {
  it('an officer who links a case is named with the day and the reason', () => {
    expect(jointWith([said(linked)])).toEqual([joint])
  })

  it('whoever takes it back takes back that case alone, and it can be linked anew with another reason', () => {
    const third = { ...linked, case: 'a-third' }
    const apart = said({ type: 'unlinked', case: 'the-other' })
    expect(jointWith([said(linked), said(third), apart])).toEqual([{ ...joint, address: 'a-third' }])
    const anew = said({ ...linked, text: 'Both were moved on one day.' }, { author: 'bo' })
    expect(jointWith([said(linked), apart, anew])).toEqual([
      { ...joint, text: 'Both were moved on one day.', author: 'bo' },
    ])
  })

  it('nobody links anything in the shared lane, against a rule, or from the reporter’s side', () => {
    const without = [{ lane: 'shared' }, { rule: 'rule.author' }, { author: null }]
    for (const more of without) {
      expect(jointWith([said(linked, more)])).toEqual([])
      expect(jointWith([said(linked), said({ type: 'unlinked', case: 'the-other' }, more)])).toEqual([joint])
    }
  })

  it('is read as it was sealed, and says nothing without the other case and the reason', () => {
    expect(stepOf(fieldsOf(linked))).toEqual(linked)
    expect(stepOf({ type: 'linked', case: 'the-other' })).toBeNull()
    expect(stepOf({ type: 'linked', text: 'Why not.' })).toBeNull()
  })

  it('moves nothing in the case itself, whatever a page puts into the shared lane', () => {
    const report = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'Moved.' } as const
    const told = [
      { sequence: 0, day, author: null, step: report },
      { sequence: 1, day, author: 'ines', step: linked },
    ]
    const story = tellStory(told, { holidays: [] })
    expect(story).toEqual({ ...tellStory(told.slice(0, 1), { holidays: [] }) })
  })
})
