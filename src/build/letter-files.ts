import { writeRows } from '../client/i18n/rows.ts'
import { buildAsset } from './asset.ts'
import type { SiteFile } from './files.ts'
import type { PageSource } from './load-pages.ts'
import { loneFile } from './lone-file.ts'
import type { SiteMessages } from './messages.ts'
import { listsByPrefix } from './word-lists.ts'

/** The empty file of a sealed letter, one a language. */
export const letterFiles = async (root: string, source: PageSource, messages: SiteMessages): Promise<SiteFile[]> => {
  const [script, style] = await Promise.all([
    buildAsset(root, 'src/client/letter/open.ts', { format: 'iife', plugins: [listsByPrefix] }),
    buildAsset(root, 'src/client/ui/letter.css'),
  ])
  return source.languages.map((language) => {
    const t = source.pageTranslator(language, messages.of(language.tag))
    const words = writeRows(messages.wordsFor(language.tag, script.sources))
    const body = source.renderToString(source.letterBody({ language, t, words }))
    return loneFile({ path: `letters/${language.tag}.html`, language, title: t('letter.title'), script, style, body })
  })
}
