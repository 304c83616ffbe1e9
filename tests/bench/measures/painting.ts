import { launchChromium } from '../../support/browsers.ts'
import { openSlowly } from '../browser/slow-line.ts'
import type { Figure } from '../figure.ts'
import type { Bench } from './measure.ts'

const pages = { start: '', report: 'report/', request: 'request/', case: 'case/' } as const

/** One language for each direction of writing, each on a telephone and at a desk. */
const readers = ['en', 'ar'].flatMap((language) => [390, 1280].map((width) => ({ language, width })))

/** How pages come over a slow line: when there is something to read, and whether it stays where it was. */
export async function painting({ service, say }: Bench): Promise<Figure[]> {
  say('loading pages over a slow line')
  const browser = await launchChromium()
  try {
    const figures: Figure[] = []
    for (const [name, path] of Object.entries(pages)) {
      const comings = []
      for (const { language, width } of readers)
        comings.push(await openSlowly(browser, `${service.origin}/${language}/${path}`, width))
      const painted = Math.max(...comings.map((coming) => coming.painted))
      const shifted = Math.max(...comings.map((coming) => coming.shifted))
      figures.push(
        { name: `first words of the ${name} page on a slow line`, value: painted, unit: 's', goal: { most: 3 } },
        { name: `what moves on the ${name} page by itself`, value: shifted, unit: 'shift', goal: { most: 0 } },
      )
    }
    return figures
  } finally {
    await browser.close()
  }
}
