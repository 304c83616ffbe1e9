import type { Language } from '../client/i18n/languages.ts'
import { writeRows } from '../client/i18n/rows.ts'
import type { Page, Rules, SiteContext } from '../client/pages/page.ts'
import { type BuiltAsset, buildAsset, type CopiedAsset, copyAsset, withRows } from './asset.ts'
import { bareClocks } from './bare-clocks.ts'
import { envelopeFiles } from './envelope-files.ts'
import type { SiteFile } from './files.ts'
import { letterFiles } from './letter-files.ts'
import { loadPages, type PageSource } from './load-pages.ts'
import { loadMessages, type SiteMessages } from './messages.ts'
import { rulesOfPack } from './pack.ts'
import { packAssets } from './pack-assets.ts'
import { previewPage } from './preview-page.ts'
import { buildWorkers, type WorkerAssets } from './worker-assets.ts'

/** Everything that pages refer to, by the entry's path below src/client. */
interface SiteAssets {
  readonly byEntry: ReadonlyMap<string, BuiltAsset>
  readonly workers: WorkerAssets
  readonly icon: CopiedAsset
  /** The page in which files are looked at. */
  readonly preview: CopiedAsset
}

/** Builds every file that a browser may load, in memory. The same sources give the same bytes, wherever they lie. */
export const buildSite = async (root: string): Promise<SiteFile[]> => {
  const [source, messages] = await Promise.all([loadPages(root), loadMessages(root)])
  const rules = rulesOfPack(source.packFiles)
  const assets = await buildAssets(root, source.pages)
  const later = await buildLater(root, source, messages)
  const pages = source.pages.flatMap((page) =>
    source.languages.map((language) => writePage(page, language, source, rules, messages, assets, later)),
  )
  const [packs, letters, forms] = await Promise.all([
    packAssets(root, source.packFiles),
    letterFiles(root, source, messages),
    envelopeFiles(root, source, messages, rules),
  ])
  const { reporter, office, cleaner, reader } = assets.workers
  const workers = [reporter.wasm, reporter.js, office.wasm, office.js, cleaner, reader]
  const scripts = [...assets.byEntry.values(), ...later.values(), ...workers]
  return [...pages, assets.preview, ...packs, ...letters, ...forms, ...scripts, assets.icon]
}

/** The modules that pages load later, each with its words, by language and entry. */
type LaterAssets = ReadonlyMap<string, BuiltAsset>

const laterKey = (language: Language, entry: string): string => `${language.tag} ${entry}`

/** The modules that a page names, by their names in it. */
const laterOf = (page: Page, language: Language, later: LaterAssets): Readonly<Record<string, BuiltAsset>> =>
  Object.fromEntries(
    Object.entries(page.later ?? {}).map(([name, entry]) => {
      const asset = later.get(laterKey(language, entry))
      if (asset === undefined) throw new Error(`${entry} was not built`)
      return [name, asset]
    }),
  )

const buildLater = async (root: string, source: PageSource, messages: SiteMessages): Promise<LaterAssets> => {
  const entries = [...new Set(source.pages.flatMap(({ later }) => Object.values(later ?? {})))]
  const built = entries.map(async (entry) => {
    const asset = await buildAsset(root, `src/client/${entry}`, { format: 'esm', plugins: [bareClocks] })
    return source.languages.map((language): [string, BuiltAsset] => [
      laterKey(language, entry),
      withRows(asset, writeRows(messages.wordsFor(language.tag, asset.sources))),
    ])
  })
  return new Map((await Promise.all(built)).flat())
}

const buildAssets = async (root: string, pages: readonly Page[]): Promise<SiteAssets> => {
  const entries = [...new Set(pages.flatMap(({ script, styles }) => [...styles, ...(script ? [script] : [])]))]
  const [built, workers, icon, preview] = await Promise.all([
    Promise.all(
      entries.map(
        async (entry) =>
          [entry, await buildAsset(root, `src/client/${entry}`, { format: 'esm', plugins: [bareClocks] })] as const,
      ),
    ),
    buildWorkers(root),
    copyAsset(root, 'src/client/ui/icon.svg'),
    previewPage(root),
  ])
  return { byEntry: new Map(built), workers, icon, preview }
}

const writePage = (
  page: Page,
  language: Language,
  { pageTranslator, renderToString }: PageSource,
  rules: Rules,
  messages: SiteMessages,
  assets: SiteAssets,
  later: LaterAssets,
): SiteFile => {
  const asset = (entry: string): BuiltAsset => {
    const found = assets.byEntry.get(entry)
    if (found === undefined) throw new Error(`${entry} was not built`)
    return found
  }
  const script = page.script === undefined ? undefined : asset(page.script)
  const context: SiteContext = {
    language,
    side: page.side,
    path: page.path,
    t: pageTranslator(language, messages.of(language.tag)),
    rules,
    words: script === undefined ? '' : writeRows(messages.wordsFor(language.tag, script.sources)),
    assets: {
      styles: page.styles.map(asset),
      script,
      later: laterOf(page, language, later),
      worker: assets.workers[page.side].wasm.href,
      workerJs: assets.workers[page.side].js.href,
      cleaner: assets.workers.cleaner.href,
      preview: assets.preview.href,
      reader: assets.workers.reader.href,
      icon: assets.icon.href,
    },
  }
  const folder = [language.tag, page.path].filter(Boolean).join('/')
  return {
    path: `${folder}/index.html`,
    bytes: Buffer.from(`<!doctype html>\n${renderToString(page.render(context))}\n`),
  }
}
