import { createHash } from 'node:crypto'
import type { Language } from '../client/i18n/languages.ts'
import { writeRows } from '../client/i18n/rows.ts'
import { buildAsset } from './asset.ts'
import type { SiteFile } from './files.ts'
import type { PageSource } from './load-pages.ts'
import type { SiteMessages } from './messages.ts'
import { listsByPrefix } from './word-lists.ts'

/** How a policy names a text that stands in the page itself. */
const inPolicy = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The empty file of a sealed letter, one a language: page, style and script in one, opened from a disk. Its own policy
 * lets nothing run but this script, and nothing at all be loaded or sent.
 */
export const letterFiles = async (root: string, source: PageSource, messages: SiteMessages): Promise<SiteFile[]> => {
  const [script, style] = await Promise.all([
    buildAsset(root, 'src/client/letter/open.ts', { format: 'iife', plugins: [listsByPrefix] }),
    buildAsset(root, 'src/client/ui/letter.css'),
  ])
  const [js, css] = [script, style].map(({ bytes }) => new TextDecoder().decode(bytes).trim()) as [string, string]
  if (/<\/(script|style)/i.test(js + css)) throw new Error('the file of a letter would end in its middle')
  const policy = [
    "default-src 'none'",
    `script-src ${inPolicy(js)}`,
    `style-src ${inPolicy(css)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const fileOf = (language: Language): SiteFile => {
    const t = source.pageTranslator(language, messages.of(language.tag))
    const words = writeRows(messages.wordsFor(language.tag, script.sources))
    const body = source.renderToString(source.letterBody({ language, t, words }))
    const text = `<!doctype html>
<html lang="${language.tag}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${t('letter.title')}</title>
<style>${css}</style>
</head>
${body.replace('</body>', () => `<script>${js}</script></body>`)}
</html>
`
    return { path: `letters/${language.tag}.html`, bytes: Buffer.from(text) }
  }
  return source.languages.map(fileOf)
}
