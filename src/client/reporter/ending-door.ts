import type { ReporterKey } from '../i18n/keys.ts'
import { readRows } from '../i18n/rows.ts'
import { type ReporterTranslate, translator } from '../i18n/translate.ts'
import { byId } from '../ui/dom.ts'
import type { Ending, EndingNeeds } from './ending.ts'
import { clearProblems, showProblems } from './errors.ts'
import { loadLater } from './later.ts'
import { sendingWords } from './sending-words.ts'

/** The way to the end of a page. */
export interface EndingDoor {
  /** Loads it, so that it is there when it is needed. */
  readonly fetch: () => void
  /** Does something with it as soon as it is there; says so where it does not come. */
  readonly use: (act: (ending: Ending) => void) => void
  readonly sent: () => boolean
}

/**
 * The way to the end of a page, which everybody loads with the first step forward: the page is there sooner, and whoever
 * watches the line learns nothing of what is answered.
 * @param step the one that is open, which says what went wrong
 */
export const endingDoor = (t: ReporterTranslate, step: () => string, needs: EndingNeeds): EndingDoor => {
  let made: Ending | undefined
  let lost = false
  const use: EndingDoor['use'] = (act) => void go(act)
  const go = async (act: (ending: Ending) => void): Promise<void> => {
    try {
      const later = await loadLater('ending')
      made ??= later.makeEnding(translator<ReporterKey>(t.language, readRows(later.rows)), needs)
      if (lost) clearProblems(`${step()}-errors`)
      lost = false
      act(made)
    } catch (cause) {
      lost = true
      showProblems(`${step()}-errors`, sendingWords(t, cause), [])
    }
  }
  byId('send').addEventListener('click', () => {
    if (made === undefined) use(({ open }) => open())
  })
  return { fetch: () => void loadLater('ending').catch(() => undefined), use, sent: () => made?.sent() ?? false }
}
