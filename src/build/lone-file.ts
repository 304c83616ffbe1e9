import { createHash } from 'node:crypto'
import type { Language } from '../client/i18n/languages.ts'
import type { BuiltAsset } from './asset.ts'
import type { SiteFile } from './files.ts'

/** How a policy names a text that stands in the page itself. */
const inPolicy = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

interface Lone {
  readonly path: string
  readonly language: Language
  readonly title: string
  readonly script: BuiltAsset
  readonly style: BuiltAsset
  /** The body element as HTML; the script is put at its end. */
  readonly body: string
  /** Further attributes of the root element. */
  readonly root?: string
}

/**
 * A page that is one file, opened from a disk: markup, style and script in one. Its own policy lets nothing run but this
 * script, and nothing at all be loaded or sent.
 */
export const loneFile = ({ path, language, title, script, style, body, root = '' }: Lone): SiteFile => {
  const [js, css] = [script, style].map(({ bytes }) => new TextDecoder().decode(bytes).trim()) as [string, string]
  if (/<\/(script|style)/i.test(js + css)) throw new Error(`${path} would end in its middle`)
  const policy = [
    "default-src 'none'",
    `script-src ${inPolicy(js)}`,
    `style-src ${inPolicy(css)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const text = `<!doctype html>
<html lang="${language.tag}" dir="${language.dir}"${root}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${css}</style>
</head>
${body.replace('</body>', () => `<script>${js}</script></body>`)}
</html>
`
  return { path, bytes: Buffer.from(text) }
}
