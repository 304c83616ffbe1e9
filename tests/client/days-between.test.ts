import { describe, expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { ReporterKey } from '../../src/client/i18n/keys.ts'
import { languageOf } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'
import { courseRows, courseSentence, daysWords } from '../../src/client/ui/course-rows.ts'
import { daysDrawing } from '../../src/client/ui/draw/days.ts'
import { gapHeight } from '../../src/client/ui/draw/gap.ts'
import { spread } from '../../src/client/ui/draw/spread.ts'
import { type Act, type Course, courseOf } from '../../src/domain/acts.ts'

const catalogue = await readMessages(new URL('../../', import.meta.url).pathname)
const wordsIn = (tag: string) =>
  translator<ReporterKey>(languageOf(tag), compileMessages(Object.assign({}, ...Object.values(catalogue[tag] ?? {}))))
const t = wordsIn('en')

const course = (...days: readonly string[]): Course => {
  const found = courseOf(
    '2026-04-14',
    days.map((taken): Act => ({ taken })),
  )
  return found ?? expect.fail('no days to draw')
}

const drawn = (of: Course) => {
  const { shapes, viewBox } = daysDrawing(of, daysWords(t))
  const dimensions = shapes.flatMap(({ attributes: { class: name, d } }) => {
    const [, from, to] = (name === 'k-dim' && /^M([\d.]+) [\d.]+H([\d.]+)/.exec(String(d))) || []
    return from && to ? [Number(to) - Number(from)] : []
  })
  const words = shapes.flatMap(({ attributes, words: said }) => (attributes.class === 't-d' && said ? [said] : []))
  return { shapes, viewBox, dimensions, words }
}

describe('the drawing of the days between', () => {
  test('has a dimension line for each act, as long as its days', () => {
    const { dimensions, words } = drawn(course('2026-05-04', '2026-06-19'))
    expect(words).toEqual(['20 days', '66 days'])
    const [first = 0, second = 0] = dimensions
    expect(first / second).toBeCloseTo(20 / 66, 2)
  })

  test('holds acts before, on and long after the day, all within its frame', () => {
    const { shapes, words } = drawn(course('2026-04-10', '2026-04-14', '2029-04-14'))
    expect(words).toEqual(['4 days', '0 days', '1,096 days'])
    const places = shapes.flatMap(({ attributes: { x } }) => (x === undefined ? [] : [Number(x)]))
    expect(places.every((x) => x >= 0 && x <= 640)).toBe(true)
    expect(JSON.stringify(shapes)).not.toContain('NaN')
  })

  test('of a single act on the same day can be made', () => {
    expect(JSON.stringify(drawn(course('2026-04-14')))).not.toMatch(/NaN|Infinity/)
  })
})

describe('the list of the days between', () => {
  test('says the same as the drawing, with the gap before each point', () => {
    const rows = courseRows(t, course('2026-06-19', '2026-05-04'))
    expect(rows.map(({ day, gap, text }) => [day, gap, text])).toEqual([
      ['2026-04-14', 0, ''],
      ['2026-05-04', 20, '20 days after speaking up.'],
      ['2026-06-19', 46, '66 days after speaking up.'],
    ])
  })

  test('puts an act that came first before speaking up', () => {
    expect(courseRows(t, course('2026-04-13')).map(({ text }) => text)).toEqual(['1 day before speaking up.', ''])
  })

  test('is told in one sentence, in French too', () => {
    expect(courseSentence(t, course('2026-05-04', '2026-04-14'))).toBe(
      'Act 2: On the day of speaking up. Act 1: 20 days after speaking up.',
    )
    expect(courseSentence(wordsIn('fr'), course('2026-05-04'))).toBe('Acte 1\u00a0: 20 jours après la prise de parole.')
  })

  test('has gaps to scale, none too small to be seen', () => {
    expect(gapHeight(0, 300)).toBeGreaterThan(0)
    expect(gapHeight(300, 300) - gapHeight(0, 300)).toBe(2 * (gapHeight(150, 300) - gapHeight(0, 300)))
    expect(gapHeight(5000, 5000)).toBe(gapHeight(300, 300))
  })
})

test('signs that would lie on each other are moved apart, in their order and within bounds', () => {
  expect(spread([10, 100, 110, 630], 34, 18, 622)).toEqual([18, 100, 134, 622])
  expect(spread([620, 621, 622], 34, 18, 622)).toEqual([554, 588, 622])
})
