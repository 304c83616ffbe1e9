import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, one, show } from '../ui/dom.ts'
import { errorWords } from './error-words.ts'
import { clearProblems, type Problem, showProblems } from './errors.ts'
import { showKey } from './key-sheet.ts'
import { onceOn } from './once.ts'
import { askProof, type Proof } from './proof.ts'
import type { CaseKey, CaseVault } from './vault.ts'

/** What twelve new words are made for: in the place of the old ones, for a representative, or because the first were lost. */
export type Purpose = 'replace' | 'represent' | 'lost'

/** One making of a key. */
export interface NewKey {
  readonly purpose: Purpose
  /** From what the cut through the sheet is drawn. */
  readonly cutOf: (key: CaseKey) => Promise<Uint8Array>
  /** What is emptied when other words than before are made. */
  readonly fresh?: () => void
  /** What has to be put right besides the words. */
  readonly problems?: () => Problem[]
  /** What happens once the words were shown to be on paper. */
  readonly use: (key: CaseKey) => Promise<void>
  /** The section of the page that makes room for the words, and comes back without them. */
  readonly instead: string
  /** The section that follows once they were used, with a title to go to; the one that made room, if not said. */
  readonly after?: string
}

const ERRORS = 'new-key-errors'

/** After these nobody knows whether the case has the key already; the rest are refusals. */
const UNANSWERED: readonly unknown[] = ['network', 'unknown', 'service.failed', 'receipt.bad_signature']

/**
 * Puts one section in the place of another, and the focus into it before the other goes: where what has the focus goes
 * first, some screen readers pass on to what follows it, and say nothing when the focus comes there.
 */
const go = (from: string, to: string, place?: string): void => {
  show(byId(to))
  if (place !== undefined) one(place).focus()
  show(byId(from), false)
}

/** A key that is shown, proven to be on paper, and only then used. */
export const newKeys = (t: ReporterTranslate, vault: CaseVault): ((asked: NewKey) => Promise<void>) => {
  let current: { readonly asked: NewKey; readonly key: CaseKey; readonly proof: Proof } | undefined
  /** Keys that the case may know though no answer came: their words are shown again, and no others are made. */
  const unanswered = new Map<Purpose, CaseKey>()
  const leave = (to = current?.asked.instead, place?: string): void => {
    if (to === undefined) return
    go('new-key', to, place)
    byId('halves').replaceChildren()
    current = undefined
  }
  const say = (): void => {
    const purpose = current?.asked.purpose
    if (purpose === undefined) return
    for (const part of ['title', 'lead', 'proof', 'send', 'cancel'] as const)
      byId(`new-key-${part}`).textContent = t(`case.${purpose}.${part}`)
    byId('new-key-status').textContent = t(
      unanswered.has(purpose) ? 'case.new-key.unanswered' : `case.${purpose}.not-yet`,
    )
    show(byId('new-key-who'), purpose === 'represent')
    // The case may know these words under this name already: under another one they would be other words.
    one<HTMLInputElement>('#new-key-name').readOnly = unanswered.has('represent')
  }
  const send = async (): Promise<void> => {
    if (current === undefined) return
    const { asked, key, proof } = current
    const problems = [...(asked.problems?.() ?? []), ...proof.problems()]
    if (problems.length > 0) return showProblems(ERRORS, t('report.error.title', { count: problems.length }), problems)
    clearProblems(ERRORS)
    byId('new-key-status').textContent = t(`case.${asked.purpose}.sending`)
    await asked.use(key).catch((cause) => {
      if (UNANSWERED.includes(cause?.code)) unanswered.set(asked.purpose, key)
      throw cause
    })
    unanswered.delete(asked.purpose)
    leave(asked.after, asked.after && `#${asked.after}-title`)
  }
  onceOn(byId('new-key-send'), 'click', async () => {
    try {
      await send()
    } catch (cause) {
      showProblems(ERRORS, errorWords(t, cause), [])
    } finally {
      say()
    }
  })
  byId('new-key-cancel').addEventListener('click', () => {
    // Back where one came from: the button that was pressed is gone.
    leave(undefined, `[data-open=${current?.asked.purpose}]`)
  })
  return async (asked) => {
    const kept = unanswered.get(asked.purpose)
    if (kept === undefined) asked.fresh?.()
    const key = kept ?? (await vault.newKey(t.language.tag))
    const shown = { ...key, addressHash: await asked.cutOf(key) }
    showKey(t, shown, t(`case.${asked.purpose}.office`))
    current = { asked, key, proof: askProof(t, shown) }
    say()
    clearProblems(ERRORS)
    go(asked.instead, 'new-key', '#new-key-title')
    scrollTo(0, 0)
  }
}
