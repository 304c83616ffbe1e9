import { join } from 'node:path'
import { type BuiltAsset, buildAsset } from './asset.ts'
import { noModule, usedModule } from './sodium-module.ts'
import { usedCalls } from './sodium-wrappers.ts'
import { listsByPrefix } from './word-lists.ts'

const ENTRY = 'src/client/worker/crypto-worker.ts'

/**
 * Stands before the plain JavaScript build of libsodium where the browser has no WebAssembly at all: that build asks
 * for it first and turns to JavaScript when the answer is a refusal, but not when there is nobody to ask.
 */
const WEBASSEMBLY_STUB = `globalThis.WebAssembly??=(()=>{const no=()=>Promise.reject(new Error('no WebAssembly'));\
return{instantiate:no,compile:no,instantiateStreaming:no,compileStreaming:no,validate:()=>false,\
Module:class{},Instance:class{},Memory:class{},Table:class{},RuntimeError:class extends Error{}}})();`

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
    buildAsset(
      root,
      ENTRY,
      {
        format: 'iife',
        plugins: [usedCalls(root), listsByPrefix, noModule(root)],
        banner: { js: WEBASSEMBLY_STUB },
        alias: { libsodium: join(root, 'node_modules/libsodium/dist/modules/libsodium.js') },
        // Asked for only where the library finds itself in Node, which a browser is not.
        external: ['node:*'],
      },
      'crypto-worker-js',
    ),
    buildAsset(root, CLEANER, { format: 'iife' }),
  ])
  return { wasm, js, cleaner }
}
