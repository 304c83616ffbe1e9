import type { Browser } from 'playwright-core'

/** Screen pixels along each side of the square that becomes one point. */
const POINT = 4
/** Levels of grey that a point must differ by to count: antialiasing moves it by less, a moved letter by far more. */
const TOLERANCE = 40

/** What became of a picture beside the accepted one. */
export interface Compared {
  /** How many points differ; all of them if the sizes do. */
  readonly different: number
  /** The taken one, with what differs in black. */
  readonly picture: Buffer
}

/** Makes pictures small and compares them, in an empty page: a browser reads and writes pictures without a library. */
export interface Lens {
  /** A screenshot in grey, a quarter as wide and high, as lossless WebP. */
  readonly reduce: (screenshot: Buffer) => Promise<Buffer>
  readonly compare: (taken: Buffer, accepted: Buffer) => Promise<Compared>
}

/** The functions that the empty page gets. Each takes and gives pictures as base64. */
const inPage = ({ point, tolerance }: { point: number; tolerance: number }) => {
  const read = async (base64: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(bitmap, 0, 0)
    return context.getImageData(0, 0, bitmap.width, bitmap.height)
  }
  const write = async (width: number, height: number, grey: (x: number, y: number) => number): Promise<string> => {
    const image = new ImageData(width, height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) image.data.fill(grey(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
    for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')?.putImageData(image, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  }
  const level = ({ data, width }: ImageData, x: number, y: number): number => {
    const at = (y * width + x) * 4
    return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
  }
  const reduce = async (picture: string): Promise<string> => {
    const image = await read(picture)
    return write(Math.floor(image.width / point), Math.floor(image.height / point), (x, y) => {
      let sum = 0
      for (let inner = 0; inner < point * point; inner++)
        sum += level(image, x * point + (inner % point), y * point + Math.floor(inner / point))
      // Sixteen levels are enough to see by, and small.
      return Math.round(sum / point / point / 17) * 17
    })
  }
  const compare = async ([taken, accepted]: readonly [string, string]) => {
    const [one, other] = [await read(taken), await read(accepted)]
    const sameSize = one.width === other.width && one.height === other.height
    let different = sameSize ? 0 : one.width * one.height
    const picture = await write(one.width, one.height, (x, y) => {
      const [now, then] = [level(one, x, y), x < other.width && y < other.height ? level(other, x, y) : -255]
      if (Math.abs(now - then) <= tolerance) return 170 + now / 3
      if (sameSize) different++
      return 0
    })
    return { different, picture }
  }
  Object.assign(window, { lens: { reduce, compare } })
}

type InPage = Window & {
  readonly lens: {
    readonly reduce: (picture: string) => Promise<string>
    readonly compare: (pictures: readonly [string, string]) => Promise<{ different: number; picture: string }>
  }
}

/** Opens an empty page that makes pictures small and compares them. */
export async function openLens(browser: Browser): Promise<Lens> {
  const page = await browser.newPage()
  await page.evaluate(inPage, { point: POINT, tolerance: TOLERANCE })
  return {
    reduce: async (screenshot) => {
      const small = await page.evaluate(
        (picture) => (window as unknown as InPage).lens.reduce(picture),
        screenshot.toString('base64'),
      )
      return Buffer.from(small, 'base64')
    },
    compare: async (taken, accepted) => {
      const { different, picture } = await page.evaluate(
        (pictures) => (window as unknown as InPage).lens.compare(pictures),
        [taken.toString('base64'), accepted.toString('base64')] as const,
      )
      return { different, picture: Buffer.from(picture, 'base64') }
    },
  }
}
