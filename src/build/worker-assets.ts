import { type BuiltAsset, buildAsset } from './asset.ts'
import { plainSodium } from './plain-sodium.ts'
import { usedModule } from './sodium-module.ts'
import { usedCalls } from './sodium-wrappers.ts'
import { listsByPrefix } from './word-lists.ts'

const ENTRY = 'src/client/worker/crypto-worker.ts'

const CLEANER = 'src/client/clean/clean-worker.ts'

/** The crypto worker, built around both builds of libsodium, and the one that takes traces out of files. */
export interface WorkerAssets {
  /** WebAssembly: smaller and faster; its file needs 'wasm-unsafe-eval'. */
  readonly wasm: BuiltAsset
  /** With a fallback in plain JavaScript, for browsers where WebAssembly is missing or switched off. */
  readonly js: BuiltAsset
  readonly cleaner: BuiltAsset
}

/** Builds the crypto worker twice from one source, and the cleaner. All are classic scripts, which every browser can start. */
export const buildWorkers = async (root: string): Promise<WorkerAssets> => {
  const [wasm, js, cleaner] = await Promise.all([
    buildAsset(root, ENTRY, { format: 'iife', plugins: [usedCalls(root), listsByPrefix, usedModule(root)] }),
    buildAsset(root, ENTRY, plainSodium(root), 'crypto-worker-js'),
    buildAsset(root, CLEANER, { format: 'iife' }),
  ])
  return { wasm, js, cleaner }
}
