import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import type { Clock } from '../domain/clocks.ts'

/**
 * Takes of the clocks of intake what a script reckons with. Their labels, sources and marks are for the page of the
 * rules, which is written at build time; `Clock` sees to it that no script asks for them.
 */
export const bareClocks: Plugin = {
  name: 'bare-clocks',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]packs[\\/]\w+[\\/]clocks[\\/]intake\.json$/ }, async ({ path }) => {
      const clocks: Clock[] = JSON.parse(await readFile(path, 'utf8'))
      const bare = clocks.map(({ id, unit, length, rolls }): Clock => ({ id, unit, length, rolls }))
      return { contents: JSON.stringify(bare), loader: 'json' }
    })
  },
}
