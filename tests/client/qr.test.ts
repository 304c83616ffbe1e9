import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { qrCode } from '../../src/client/ui/draw/qr.ts'

/** Pixels for each module: a telephone sees more. */
const scale = 4

/** What another reader of QR codes finds in a drawing, as a telephone would on paper. */
function scanned(text: string): string | undefined {
  const { viewBox, shapes } = qrCode(text)
  const size = Number(viewBox.split(' ')[3]) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [, x, y, length] of String(shapes[0]?.attributes.d).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < scale; row++) {
      const from = ((Number(y) * scale + row) * size + Number(x) * scale) * 4
      for (let at = from; at < from + Number(length) * scale * 4; at += 4) pixels.fill(0, at, at + 3)
    }
  }
  return jsqr(pixels, size, size)?.data
}

test('another reader of codes finds the address with the number in what is drawn', () => {
  const address = `https://speak.example.org/ar/#fp=${'0123456789'.repeat(4)}`
  expect(scanned(address)).toBe(address)
})
