import type { Language } from '../client/i18n/languages.ts'
import { offlineWords } from '../client/i18n/offline.ts'
import { writeRows } from '../client/i18n/rows.ts'
import type { Rules } from '../client/pages/page.ts'
import { buildAsset } from './asset.ts'
import { bareClocks } from './bare-clocks.ts'
import type { SiteFile } from './files.ts'
import type { PageSource } from './load-pages.ts'
import { loneFile } from './lone-file.ts'
import type { SiteMessages } from './messages.ts'
import { plainSodium } from './plain-sodium.ts'
import { listsOnly } from './word-lists.ts'

/**
 * The form that works without a network, one a language, without a directory. It carries libsodium in plain JavaScript:
 * a policy that names its script by a hash would have to allow WebAssembly besides, which hardened browsers lack.
 */
export const envelopeFiles = async (
  root: string,
  source: PageSource,
  messages: SiteMessages,
  rules: Rules,
): Promise<SiteFile[]> => {
  const sodium = plainSodium(root)
  const style = await buildAsset(root, 'src/client/ui/envelope.css')
  const fileOf = async (language: Language): Promise<SiteFile> => {
    // The places of words come from the English list, whichever shows them.
    const plugins = [listsOnly('english', language.keyWords), ...(sodium.plugins ?? []), bareClocks]
    const script = await buildAsset(root, 'src/client/envelope/main.ts', { ...sodium, plugins })
    const all = offlineWords(messages.of(language.tag))
    const t = source.pageTranslator(language, all)
    const used = Object.keys(messages.wordsFor(language.tag, script.sources))
    const words = writeRows(
      Object.fromEntries(used.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]]))),
    )
    const context = { language, side: 'reporter', path: 'report', t, rules, words, offline: true } as const
    return loneFile({
      ...{ path: `forms/${language.tag}.html`, language, title: t('envelope.title'), script, style },
      body: source.renderToString(source.envelopeBody(context)),
      root: ` data-pack="${rules.hash}"`,
    })
  }
  return Promise.all(source.languages.map(fileOf))
}
