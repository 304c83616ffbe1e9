import { all, byId, show, svg } from '../ui/dom.ts'
import { qrCode } from '../ui/draw/qr.ts'
import { armExit } from '../ui/exit.ts'
import { fillOffice } from './fill.ts'
import { takeFragment } from './fragment.ts'
import { fetchOffice, type Office } from './office.ts'
import { verifyInPage } from './verify-in-page.ts'

/** Fills posters and cards with what the office says of itself, once that is verified, and prints one or the other. */
const makePosters = async (): Promise<void> => {
  armExit()
  const { poster } = takeFragment()
  const office = isSecureContext ? await fetchOffice(poster, verifyInPage).catch(() => null) : null
  show(byId('no-office'), office === null)
  if (office === null) return
  fillOffice(office)
  address(office)
  show(byId('posters'))
  for (const button of all('[data-print]')) {
    button.addEventListener('click', () => {
      document.body.dataset.printing = button.dataset.print
      print()
    })
  }
}

/** The start page in the language of this one. In the code the office's number goes along, which the page compares. */
const address = ({ digits }: Office): void => {
  const start = `${location.origin}/${document.documentElement.lang}`
  for (const place of all('[data-office=address]')) place.textContent = start.replace(/^https:\/\//, '')
  for (const place of all('[data-code]')) place.replaceChildren(svg(qrCode(`${start}/#fp=${digits.join('')}`)))
}

void makePosters()
