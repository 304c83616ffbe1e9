import { createHash } from 'node:crypto'
import { buildAsset, type CopiedAsset } from './asset.ts'

const SCRIPT = 'src/client/preview/preview.ts'

/**
 * The page in which files are looked at. It has no origin, so that it could load nothing of ours: its script stands in it.
 * Its address names the script by its hash, from which the service makes the policy that lets this one run and no other.
 */
export const previewPage = async (root: string): Promise<CopiedAsset> => {
  const { bytes } = await buildAsset(root, SCRIPT, { format: 'iife' })
  const hash = createHash('sha256').update(bytes).digest('base64url')
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Goodfaith</title></head>
<body><script>${Buffer.from(bytes)}</script></body></html>
`
  return { path: `preview/${hash}/index.html`, bytes: Buffer.from(page), href: `/preview/${hash}/` }
}
