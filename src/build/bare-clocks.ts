import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import type { Clock } from '../domain/clocks.ts'

/** What a script reckons with of each line, by the end of the name of its file. */
const parts: readonly (readonly [file: RegExp, bare: (line: Clock) => object])[] = [
  [
    /[\\/]packs[\\/]\w+[\\/]clocks[\\/]intake\.json$/,
    ({ id, unit, length, rolls }): Clock => ({ id, unit, length, rolls }),
  ],
  [/[\\/]packs[\\/]\w+[\\/]holidays\.json$/, ({ id }) => ({ id })],
]

/**
 * Takes of the clocks of intake and of the holidays what a script reckons with. Their labels, sources and marks are for
 * the page of the rules, which is written at build time; `Clock` and `headquarters` see to it that no script asks for them.
 */
export const bareClocks: Plugin = {
  name: 'bare-clocks',
  setup: ({ onLoad }) => {
    for (const [filter, bare] of parts) {
      onLoad({ filter }, async ({ path }) => {
        const lines: Clock[] = JSON.parse(await readFile(path, 'utf8'))
        return { contents: JSON.stringify(lines.map(bare)), loader: 'json' }
      })
    }
  },
}
