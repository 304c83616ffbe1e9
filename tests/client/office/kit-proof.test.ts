import { expect, test } from 'vitest'
import { askedPlaces, wrongPlaces } from '../../../src/client/office/enrol/proof.ts'

const words = Array.from({ length: 24 }, (_, index) => `word${String.fromCharCode(97 + index)}`)

test('whatever is drawn, one word of each quarter of the sheet is asked for', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const places = askedPlaces(24, new Uint8Array([byte, byte, byte, byte]))
    expect(places.map((place) => Math.floor(place / 6))).toEqual([0, 1, 2, 3])
  }
})

test('a person who types capitals, spaces and accents is understood, and a wrong word is named by its place', () => {
  const sheet = words.with(3, 'épaule')
  expect(wrongPlaces(sheet, [3, 9], [' EPAULE ', 'wordj'])).toEqual([])
  expect(wrongPlaces(sheet, [3, 9, 20], ['épaule', 'wordk', ''])).toEqual([9, 20])
})
