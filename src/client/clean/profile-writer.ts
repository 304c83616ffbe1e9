import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { ONE, type Space } from './colour-spaces.ts'
import { fromLatin } from './texts.ts'

/** Bytes of the head, and of an entry in the table behind it. */
export const [HEAD, ENTRY] = [128, 12]

/** Numbers of four bytes. */
const numbers = (...values: readonly number[]): Bytes => {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [place, value] of values.entries()) view.setInt32(place * 4, value)
  return new Uint8Array(view.buffer)
}

const part = (form: string, ...content: readonly Uint8Array[]): Bytes => concat(fromLatin(form), numbers(0), ...content)

/** The white of paper, by which profiles count. */
const WHITE = [63_190, 65_536, 54_061]
const light = (values: readonly number[]): Bytes => part('XYZ ', numbers(...values))

/** A name in one language, whose letters stand behind a list of 28 bytes. */
const named = (name: string): Bytes =>
  part(
    'mluc',
    numbers(1, 12),
    fromLatin('enUS'),
    numbers(name.length * 2, 28),
    fromLatin(name.replaceAll(/./g, '\0$&')),
  )

const bent = (curve: readonly number[]): Bytes =>
  part('para', numbers((curve.length === 1 ? 0 : 3) * ONE, ...curve.map((value) => Math.round(value * ONE))))

/**
 * A profile that says of a space what colours are computed by (ICC.1:2022): for everybody the same, it names nobody, no
 * day and no device.
 */
export const profileOf = ({ lights, curve }: Space): Bytes => {
  const isGrey = lights.length === 0
  const kind = isGrey ? 'GRAY' : 'RGB '
  const lit = ['rXYZ', 'gXYZ', 'bXYZ'].map(
    (tag, place) => [[tag], light(lights.slice(place * 3, place * 3 + 3))] as const,
  )
  const parts = [
    [['desc', 'cprt'], named(kind)],
    [['wtpt'], light(WHITE)],
    [isGrey ? ['kTRC'] : ['rTRC', 'gTRC', 'bTRC'], bent(curve)],
    ...(isGrey ? [] : lit),
  ] as const
  const count = parts.flatMap(([tags]) => tags).length
  let at = HEAD + 4 + count * ENTRY
  const table = parts.flatMap(([tags, content]) => {
    at += content.length
    return tags.map((tag) => concat(fromLatin(tag), numbers(at - content.length, content.length)))
  })
  const head = concat(
    ...[numbers(at, 0, 0x04300000), fromLatin(`mntr${kind}XYZ `), numbers(0, 0, 0), fromLatin('acsp')],
    ...[numbers(0, 0, 0, 0, 0, 0, 0), numbers(...WHITE), new Uint8Array(48)],
  )
  return concat(head, numbers(count), ...table, ...parts.map(([, content]) => content))
}
