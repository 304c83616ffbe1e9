import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFiles } from '../domain/pack/pack.ts'
import { listFiles, type SiteFile } from './files.ts'
import { publishPack } from './pack.ts'

/** Where the packs lie that were in use before. */
const EARLIER = 'src/domain/packs/earlier'

/**
 * The rules as files that a page can check by the hash which a case names: the pack in use, and those before it.
 * @throws Error that names an earlier pack which does not have the hash of its name
 */
export const packAssets = async (root: string, inUse: PackFiles): Promise<SiteFile[]> => {
  const names = (await listFiles(join(root, EARLIER))).filter((name) => name.endsWith('.json'))
  const earlier = await Promise.all(
    names.map(async (name) => {
      const pack = publishPack(JSON.parse(await readFile(join(root, EARLIER, name), 'utf8')))
      if (`${pack.hash}.json` !== name) throw new Error(`${EARLIER}/${name} does not have the hash of its name.`)
      return pack
    }),
  )
  const texts = new Map([publishPack(inUse), ...earlier].flatMap((pack) => [...pack.texts]))
  return [...texts].map(([hash, text]) => ({ path: `packs/${hash}.json`, bytes: Buffer.from(text) }))
}
