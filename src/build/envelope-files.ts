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
  const [script, style] = await Promise.all([
    buildAsset(root, 'src/client/envelope/main.ts', { ...sodium, plugins: [...(sodium.plugins ?? []), bareClocks] }),
    buildAsset(root, 'src/client/ui/letter.css'),
  ])
  const fileOf = (language: Language): SiteFile => {
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
  return source.languages.map(fileOf)
}
