import { inLanguage } from '../../contract/description.ts'
import { all, byId, one, show, svg } from '../ui/dom.ts'
import { officeCut } from '../ui/draw/cut.ts'
import { whenLetGo } from '../ui/let-go.ts'
import type { Office } from './office.ts'

/**
 * Puts what the office says of itself where the page, which is the same everywhere, has left room for it: its name, its
 * number and cut, how else to reach it, where the exit leads, and whether all this is still a rehearsal.
 */
export const fillOffice = (office: Office): void => {
  whenLetGo(() => fillNames(office))
  if (office.description !== null) one<HTMLAnchorElement>('#exit').href = office.description.exitAddress
}

/** The same without the exit, on a page that needs none. */
export const fillNames = (office: Office): void => {
  const { description, digits, directory } = office
  put('fingerprint', digits.join(' '))
  show(byId('fingerprint'))
  one('.top > .cut').replaceWith(svg(officeCut(directory.fingerprint)))
  show(byId('rehearsal'), !directory.open)
  if (description === null) return
  const language = document.documentElement.lang
  put('name', inLanguage(description.name, language))
  put('contacts', inLanguage(description.contacts, language))
  put('emergency', inLanguage(description.emergency, language))
}

/** Fills every place of this name; an empty text leaves the page's own words. */
const put = (name: string, text: string): void => {
  if (text === '') return
  for (const place of all(`[data-office=${name}]`)) {
    place.textContent = text
    show(place)
  }
}
