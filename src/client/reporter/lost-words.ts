import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, one } from '../ui/dom.ts'
import type { NewKey } from './new-key.ts'
import { hashOf } from './office.ts'
import { saveText } from './save.ts'
import type { CaseKey, CaseVault } from './vault.ts'

/** Wires the way back for somebody who lost their words: new ones, and a line of public keys that they hand to the office. */
export const lostWords = (t: ReporterTranslate, vault: CaseVault, make: (asked: NewKey) => Promise<void>): void => {
  one('[data-open=lost]').addEventListener('click', () => {
    void make({
      purpose: 'lost',
      instead: 'enter',
      after: 'line',
      cutOf: ({ address }) => hashOf(address),
      use: (key) => showLine(t, vault, key),
    })
  })
  byId('line-copy').addEventListener('click', () => {
    void navigator.clipboard.writeText(lineShown()).then(
      () => {
        byId('line-status').textContent = t('case.line.copied')
      },
      () => one<HTMLTextAreaElement>('#line-text').select(),
    )
  })
  byId('line-save').addEventListener('click', () => saveText('line.txt', `${lineShown()}\n`))
}

const lineShown = (): string => one<HTMLTextAreaElement>('#line-text').value

/** The words stay on paper: what is shown now opens nothing and may be sent. */
const showLine = async (t: ReporterTranslate, vault: CaseVault, { key }: CaseKey): Promise<void> => {
  const { line, code } = await vault.lineOf(key, t.language.tag)
  one<HTMLTextAreaElement>('#line-text').value = line
  byId('line-code').replaceChildren(...code.map((word) => h('li', {}, h('b', {}, word))))
}
