import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Language } from '../client/i18n/languages.ts'
import type { pageTranslator } from '../client/i18n/translate.ts'
import type { LetterContext, Page, PageContext } from '../client/pages/page.ts'
import type { PackFiles } from '../domain/pack/pack.ts'
import { sharedOptions } from './esbuild-options.ts'

/** The pages of the site and what it takes to write them. */
export interface PageSource {
  readonly pages: readonly Page[]
  readonly languages: readonly Language[]
  readonly envelopeBody: (context: PageContext) => ReturnType<Page['render']>
  readonly letterBody: (context: LetterContext) => ReturnType<Page['render']>
  readonly packFiles: PackFiles
  readonly pageTranslator: typeof pageTranslator
  readonly renderToString: (node: ReturnType<Page['render']>) => string
}

const FACE = `export { envelopeBody, languages, letterBody, pages } from './src/client/pages/index.ts'
export { packFiles } from './src/domain/packs/in-use.ts'
export { pageTranslator } from './src/client/i18n/translate.ts'
export { renderToString } from 'preact-render-to-string'`

/** Loads the registry of pages. Node cannot read TSX, so it is bundled first, together with the Preact it renders by. */
export const loadPages = async (root: string): Promise<PageSource> => {
  const { outputFiles } = await build({
    ...sharedOptions(root),
    stdin: { contents: FACE, resolveDir: root, sourcefile: 'pages.js' },
    minify: false,
    platform: 'node',
    format: 'esm',
  })
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-pages-'))
  try {
    const file = join(folder, 'pages.mjs')
    await writeFile(file, outputFiles[0]?.contents ?? '')
    return (await import(pathToFileURL(file).href)) as PageSource
  } finally {
    await rm(folder, { recursive: true })
  }
}
