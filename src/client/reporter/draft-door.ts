import type { ReporterKey } from '../i18n/keys.ts'
import { readRows } from '../i18n/rows.ts'
import { type ReporterTranslate, translator } from '../i18n/translate.ts'
import { showProblems } from './errors.ts'
import type { DraftNeeds, Drafts } from './later/draft.ts'
import { loadLater } from './later.ts'
import { sendingWords } from './sending-words.ts'

/**
 * The way to save what was typed and to bring it back. What does it is loaded when somebody asks for it: most people
 * write in one go.
 */
export const draftDoor = (t: ReporterTranslate, needs: DraftNeeds): Readonly<Record<keyof Drafts, () => void>> => {
  let made: Drafts | undefined
  const go = async (what: keyof Drafts): Promise<void> => {
    try {
      if (made === undefined) {
        const { makeDrafts, rows } = await loadLater('draft')
        made ??= makeDrafts(translator<ReporterKey>(t.language, readRows(rows)), needs)
      }
      await made[what]()
    } catch (cause) {
      showProblems(`${needs.steps.current()}-errors`, sendingWords(t, cause), [])
    }
  }
  return { save: () => void go('save'), resume: () => void go('resume') }
}
