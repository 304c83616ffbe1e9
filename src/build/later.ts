import { basename, extname } from 'node:path'
import type { Language } from '../client/i18n/languages.ts'
import type { Page } from '../client/pages/page.ts'
import { type BuiltAsset, buildAsset } from './asset.ts'
import { bareClocks } from './bare-clocks.ts'
import type { SiteMessages } from './messages.ts'

/** The name of a script in one language. */
export const laterName = (entry: string, tag: string): string => `${basename(entry, extname(entry))}-${tag}`

/**
 * Builds the scripts that pages load only when they need them, each once a language around the words that its sources use
 * and its page does not have already. They are classic scripts: one that did not arrive can be asked for again.
 */
export const buildLater = async (
  root: string,
  pages: readonly Page[],
  languages: readonly Language[],
  messages: SiteMessages,
  built: ReadonlyMap<string, BuiltAsset>,
): Promise<ReadonlyMap<string, BuiltAsset>> => {
  const wanted = pages.flatMap(({ later, script = '' }) => (later === undefined ? [] : [{ later, script }]))
  const scripts = wanted.map(async ({ later, script }) => {
    const entry = `src/client/${later}`
    const build = (words: string, name: string): Promise<BuiltAsset> =>
      buildAsset(root, entry, { format: 'iife', define: { WORDS: words }, plugins: [bareClocks] }, name)
    const { sources } = await build('{}', later)
    const had = built.get(script)?.sources ?? []
    return languages.map(async ({ tag }) => {
      const name = laterName(later, tag)
      return [name, await build(JSON.stringify(messages.wordsFor(tag, sources, had)), name)] as const
    })
  })
  return new Map(await Promise.all((await Promise.all(scripts)).flat()))
}
