import type { OpenedLetter } from '../../../crypto/letter/open-letter.ts'
import { fromUtf8 } from '../../../crypto/wire/bytes.ts'
import { fingerprintDigits } from '../../../crypto/wire/fingerprint.ts'
import { dayOf } from '../../domain/days.ts'
import type { LetterKey } from '../i18n/keys.ts'
import type { Translate } from '../i18n/translate.ts'
import { byId, h, one, show, svg } from '../ui/dom.ts'
import { officeCut } from '../ui/draw/cut.ts'

/** Shows an opened letter in the place of the question for its key: the text, then who signed it. */
export const showLetter = (t: Translate<LetterKey>, letter: OpenedLetter): void => {
  const { office, sender, recipient, fingerprint, checked } = letter
  const day = dayOf(letter.day)
  byId('letter-office').textContent = office
  one('.top > .cut').replaceWith(svg(officeCut(fingerprint)))
  byId('letter-text').replaceChildren(
    h('p', { class: 'from' }, t.day(day)),
    h('p', { class: 'lines', dir: 'auto' }, recipient),
    h('div', { class: 'lines serif', dir: 'auto' }, fromUtf8(letter.text)),
  )
  const row = (label: LetterKey, ...value: readonly (Node | string)[]): Node[] => [
    h('dt', {}, t(label)),
    h('dd', {}, ...value),
  ]
  byId('letter-signed').replaceChildren(
    ...row('letter.office', office),
    ...row('letter.sender', sender),
    ...row('letter.fingerprint', h('bdi', { class: 'num' }, fingerprintDigits(fingerprint).join(' '))),
    ...row('letter.signature', t(checked ? 'letter.checked' : 'letter.unchecked')),
  )
  show(byId('letter-enter'), false)
  show(byId('letter-opened'))
  byId('letter-title').focus()
}
