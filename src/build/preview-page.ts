import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAsset, type CopiedAsset } from './asset.ts'

const SCRIPT = 'src/client/preview/preview.ts'

/** pdf.js, as it is published: what reads a file in a thread of its own, and what that one reads scanned pages by. */
const READER = 'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs'
const DECODERS = ['jbig2.wasm', 'openjpeg.wasm', 'qcms_bg.wasm']

/** What the script of the preview finds in itself, since it can load nothing. */
const pdfParts = async (root: string): Promise<Record<'PDF_READER' | 'PDF_DECODERS', string>> => {
  const [reader, ...decoders] = await Promise.all([
    buildAsset(root, READER, { format: 'iife' }),
    ...DECODERS.map((name) => readFile(join(root, 'node_modules/pdfjs-dist/wasm', name), 'base64')),
  ])
  const named = Object.fromEntries(DECODERS.map((name, place) => [name, decoders[place]]))
  return { PDF_READER: JSON.stringify(Buffer.from(reader.bytes).toString()), PDF_DECODERS: JSON.stringify(named) }
}

/**
 * The page in which files are looked at. It has no origin, so that it could load nothing of ours: its script stands in it.
 * It is one page for every kind of file: which one is loaded must not tell the service what a file is. Its address names
 * the script by its hash, from which the service makes the policy that lets this one run and no other.
 */
export const previewPage = async (root: string): Promise<CopiedAsset> => {
  const { bytes } = await buildAsset(root, SCRIPT, { format: 'iife', define: await pdfParts(root) })
  const script = Buffer.from(bytes)
  if (/<!--|<\/?script/i.test(script.toString())) throw new Error('the page of the preview would end in its middle')
  const hash = createHash('sha256').update(script).digest('base64url')
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Goodfaith</title></head>
<body><script>${script}</script></body></html>
`
  return { path: `preview/${hash}/index.html`, bytes: Buffer.from(page), href: `/preview/${hash}/` }
}
