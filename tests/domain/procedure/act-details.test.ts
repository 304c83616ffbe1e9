import { expect, test } from 'vitest'
import { actDetails } from '../../../src/domain/procedure/act-details.ts'
import { takeStep } from '../../../src/domain/procedure/run.ts'
import { expectedSchedule, settable } from '../../../src/domain/procedure/schedule.ts'
import type { Progress } from '../../../src/domain/procedure/step.ts'
import { tellRequest } from '../../../src/domain/procedure/tell-request.ts'
import { person, setting } from './support/cast.ts'

const first = JSON.stringify([{ type: 'demotion', known: '2026-11-02' }, { type: 'bad-appraisal' }])

const asked = tellRequest(
  [
    {
      ...{ sequence: 0, day: '2026-11-20', author: null },
      step: {
        type: 'report',
        kind: 'protection',
        mode: 'anonymous',
        language: 'en',
        story: 'They push me out.',
        acts: first,
      },
    },
  ],
  setting,
)

/** Somebody with the key of the case adds an act, with what they say of it or without. */
const added = (before: Progress, act: string, facts: Readonly<Record<string, string>>): Progress =>
  takeStep(setting, before, {
    ...{ sequence: before.history.length, day: '2026-11-23', author: { ...person('rosa'), id: 'reporter-0' } },
    ...{ transition: 'add-act', facts, about: { [act]: '2026-11-21' } },
  })

test('an act is told by its name, whether it came with the request or later', () => {
  if (asked === null) throw new Error('no request')
  const more = added(asked.progress, 'act-3', { acts: JSON.stringify([{ effect: 'The cellar', taken: '2026-11-21' }]) })
  const bare = added(more, 'act-4', {})
  expect(bare.voids.size).toBe(0)
  expect([...actDetails(first, bare.history)]).toEqual([
    ['act-1', { type: 'demotion', known: '2026-11-02' }],
    ['act-2', { type: 'bad-appraisal' }],
    ['act-3', { effect: 'The cellar', taken: '2026-11-21' }],
  ])
})

test('a limit that has passed is not moved out of sight by whoever writes next', () => {
  if (asked === null) throw new Error('no request')
  const expected = expectedSchedule(setting, asked.progress)
  expect(expected.release).toBe('2026-11-27')
  expect(settable(expected, '2026-11-27').release).toBe('2026-11-27')
  expect(settable(expected, '2026-11-28').release).toBeNull()
})
