import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'
import { lists } from '../../crypto/words/lists.ts'
import { bareClocks } from '../../src/build/bare-clocks.ts'
import { projectRoot } from '../../src/build/root.ts'
import { listsByPrefix } from '../../src/build/word-lists.ts'
import { clocks } from '../../src/domain/clocks.ts'
import { headquarters } from '../../src/domain/headquarters.ts'
import { readPack } from '../../src/domain/pack/pack.ts'
import { rulesOf } from '../../src/domain/pack/rules.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'

/** What a module exports once the build has bundled it with a plugin. */
async function bundled<Exports>(contents: string, plugin: Plugin): Promise<Exports> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: projectRoot },
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    plugins: [plugin],
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`)
}

test('the words of a key are in the built worker as the library lists them, in every language', async () => {
  const built = await bundled<{ lists: typeof lists }>(`export { lists } from './crypto/words/lists.ts'`, listsByPrefix)
  expect(Object.keys(built.lists)).toEqual(Object.keys(lists))
  for (const [name, list] of Object.entries(lists)) expect(built.lists[name as keyof typeof lists]).toEqual(list)
})

test('a page reckons with the same days as the service, and carries nothing else of the rules', async () => {
  const built = await bundled<{ clocks: typeof clocks }>(`export { clocks } from './src/domain/clocks.ts'`, bareClocks)
  expect(Object.keys(built.clocks)).toEqual(Object.keys(clocks))
  for (const { id, unit, length, rolls } of Object.values(clocks))
    expect(Object.values(built.clocks)).toContainEqual({ id, unit, length, rolls })
  const inForce = rulesOf(readPack(packFiles))
  for (const clock of Object.values(built.clocks)) expect(inForce.clocks.get(clock.id)).toMatchObject(clock)

  const contents = `export { headquarters } from './src/domain/headquarters.ts'`
  const days = await bundled<{ headquarters: typeof headquarters }>(contents, bareClocks)
  expect(days.headquarters.holidays.length).toBeGreaterThan(0)
  expect(days.headquarters).toEqual(headquarters)
  expect(days.headquarters).toEqual(inForce.calendar)
})
