import type { ReporterKey } from '../i18n/keys.ts'
import { pageText } from '../i18n/page-words.ts'
import { byId, h, one, show } from '../ui/dom.ts'
import { armExit } from '../ui/exit.ts'
import { fillOffice } from './fill.ts'
import { carryPoster, takeFragment } from './fragment.ts'
import { fetchOffice, WrongOffice } from './office.ts'
import { verifyInPage } from './verify-in-page.ts'

/** A page to read: the exit works, and the office's own data stand where they belong once they are verified. */
const readPage = async (): Promise<void> => {
  armExit()
  const { poster } = takeFragment()
  // Where nothing can be verified, the page keeps its own words: it can still be read.
  if (!isSecureContext) return
  try {
    fillOffice(await fetchOffice(poster, verifyInPage))
    carryPoster(poster)
  } catch (cause) {
    if (cause instanceof WrongOffice) refuse()
  }
}

const refuse = (): void => {
  const sentence = pageText<ReporterKey>('error.directory.wrong_fingerprint')
  one('#main').prepend(h('div', { class: 'sheet' }, h('p', { class: 'box error', role: 'alert' }, sentence)))
  show(byId('fingerprint'), false)
}

void readPage()
