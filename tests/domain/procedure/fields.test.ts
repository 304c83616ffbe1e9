import { describe, expect, it } from 'vitest'
import { fieldsOfStep, stepOfFields } from '../../../src/domain/procedure/fields.ts'

describe('sealed steps of the procedure', () => {
  it('go into flat fields and back', () => {
    const step = { transition: 'find-none', facts: { reasons_link: 'None.' }, about: { a: 'none' }, seconds: 7 }
    expect(fieldsOfStep(step)).toEqual({
      type: 'procedure',
      transition: 'find-none',
      seconds: '7',
      'fact.reasons_link': 'None.',
      'about.a': 'none',
    })
    expect(stepOfFields(fieldsOfStep(step))).toEqual({ type: 'procedure', ...step })
    expect(stepOfFields(fieldsOfStep({ transition: 'read' }))).toEqual({
      ...{ type: 'procedure', transition: 'read', facts: {}, about: {} },
    })
  })

  it('what is none is refused', () => {
    expect(stepOfFields({ type: 'message', transition: 'read' })).toBeNull()
    expect(stepOfFields({ type: 'procedure' })).toBeNull()
    expect(stepOfFields({ type: 'procedure', transition: 'read', seconds: '-1' })).toBeNull()
    expect(stepOfFields({ type: 'procedure', transition: 'read', seconds: '1e9' })).toBeNull()
  })
})
