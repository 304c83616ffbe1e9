import { describe, expect, it } from 'vitest'
import type { Member } from '../../crypto/wire/index.ts'
import { type Tenure, tenuresAfter } from '../../crypto/wire/tenures.ts'
import { dice } from './support/dice.ts'

const roll = dice('tenures')

const someone = (role: Member['role']): Member => ({
  ...{ id: roll(16), role, clearance: 0, label: 'Someone', standing: true },
  ...{ signingKey: roll(32), sealingKey: roll(1216), sealingKeyId: roll(32) },
})

describe('who was of the office in which role and when', () => {
  const nadia = someone('officer')
  const ole = someone('chief')

  const play = (...statements: readonly (readonly [day: number, members: readonly Member[]])[]): readonly Tenure[] =>
    statements.reduce<readonly Tenure[]>((tenures, [day, members]) => tenuresAfter(tenures, members, day), [])

  it('begins on the day of the statement, and ends when somebody is retired or changes role', () => {
    const tenures = play(
      [10, [ole]],
      [12, [ole, nadia]],
      [20, [ole, { ...nadia, role: 'investigator' }]],
      [30, [ole, { ...nadia, role: 'investigator', standing: false }]],
      [40, [ole, { ...nadia, role: 'investigator', standing: false }]],
    )
    expect(tenures).toEqual([
      { id: ole.id, role: 'chief', from: 10, until: null },
      { id: nadia.id, role: 'officer', from: 12, until: 20 },
      { id: nadia.id, role: 'investigator', from: 20, until: 30 },
    ])
  })

  it('goes on under new keys and a new name', () => {
    const before = play([10, [ole]], [12, [ole, nadia]])
    const renamed = { ...nadia, label: 'Nadia', signingKey: roll(32), sealingKeyId: roll(32) }
    expect(tenuresAfter(before, [ole, renamed], 15)).toEqual(before)
  })
})
