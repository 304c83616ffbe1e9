import type { Page } from 'playwright-core'
import { inChromium } from '../../support/reporter-page.ts'
import { story } from '../load/story.ts'

/** Goes through the page of a report or of a request as somebody in a hurry does, up to the button that sends. */
export async function fillReport(
  page: Page,
  origin: string,
  path: 'report' | 'request' = 'report',
  language = 'en',
): Promise<void> {
  const person = inChromium(page)
  await person.open(`${origin}/${language}/${path}/`)
  await person.click(`${path === 'report' ? '#step-need' : '#step-whom'} [data-act=next]`)
  await person.click('#step-how [data-act=next]')
  await person.type('#story', story)
  await person.click('[data-act=skip]')
  await person.sees('#readers .choice')
  await person.click('#step-exclude [data-act=next]')
  await person.click('#step-review [data-act=next]')
  await person.sees('.words li')
  await person.click('#no-return')
}
