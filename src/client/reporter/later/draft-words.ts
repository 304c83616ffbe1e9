import type { ReporterTranslate } from '../../i18n/translate.ts'
import { type Child, h } from '../../ui/dom.ts'
import { href } from '../../ui/href.ts'
import { sendingWords } from '../sending-words.ts'

/** What is said when a draft cannot be saved or opened. */
export const draftWords = {
  failed: (t: ReporterTranslate, cause: unknown): string => {
    const [group, name = ''] = String((cause as { code?: unknown } | null)?.code).split('.')
    const key = `error.draft.${name}`
    return group === 'draft' && t.has(key) ? t(key) : sendingWords(t, cause)
  },
  /** A draft of the other page, and the way there. */
  elsewhere: (t: ReporterTranslate, page: string): readonly Child[] => {
    const link = (words: Child[]): Node => h('a', { href: href(t, page) }, ...words)
    return t.rich<Node>(page === 'request' ? 'draft.of-request' : 'draft.of-report', { link })
  },
}
