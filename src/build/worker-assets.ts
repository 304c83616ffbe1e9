import { type BuiltAsset, buildAsset } from './asset.ts'
import { plainSodium } from './plain-sodium.ts'
import { usedModule } from './sodium-module.ts'
import { usedCalls } from './sodium-wrappers.ts'
import { listsByPrefix } from './word-lists.ts'

/** The worker of each side: whoever reports does not load what only officers do. */
const ENTRIES = {
  reporter: 'src/client/worker/reporter-worker.ts',
  office: 'src/client/worker/crypto-worker.ts',
} as const

const CLEANER = 'src/client/clean/clean-worker.ts'
const READER = 'src/client/preview/reader-worker.ts'

/** The crypto worker of one side, built around both builds of libsodium. */
interface CryptoAssets {
  /** WebAssembly: smaller and faster; its file needs 'wasm-unsafe-eval'. */
  readonly wasm: BuiltAsset
  /** With a fallback in plain JavaScript, for browsers where WebAssembly is missing or switched off. */
  readonly js: BuiltAsset
}

/** The crypto workers of both sides, the one that takes traces out of files, and the one that reads PDFs. */
export interface WorkerAssets extends Readonly<Record<keyof typeof ENTRIES, CryptoAssets>> {
  readonly cleaner: BuiltAsset
  readonly reader: BuiltAsset
}

/** Builds each crypto worker twice from one source, the cleaner and the reader. All are classic scripts, which every browser can start. */
export const buildWorkers = async (root: string): Promise<WorkerAssets> => {
  const [reporter, office, cleaner, reader] = await Promise.all([
    buildCrypto(root, ENTRIES.reporter),
    buildCrypto(root, ENTRIES.office),
    buildAsset(root, CLEANER, { format: 'iife' }),
    buildAsset(root, READER, { format: 'iife' }),
  ])
  return { reporter, office, cleaner, reader }
}

/** The name of the file does not tell the sides apart: its hash does. */
const buildCrypto = async (root: string, entry: string): Promise<CryptoAssets> => {
  const plugins = [usedCalls(root), listsByPrefix, usedModule(root)]
  const [wasm, js] = await Promise.all([
    buildAsset(root, entry, { format: 'iife', plugins }, 'crypto-worker'),
    buildAsset(root, entry, plainSodium(root), 'crypto-worker-js'),
  ])
  return { wasm, js }
}
