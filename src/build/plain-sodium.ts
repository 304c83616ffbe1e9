import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { noModule } from './sodium-module.ts'
import { usedCalls } from './sodium-wrappers.ts'
import { listsByPrefix } from './word-lists.ts'

/**
 * Stands before the plain JavaScript build of libsodium where the browser has no WebAssembly at all: that build asks
 * for it first and turns to JavaScript when the answer is a refusal, but not when there is nobody to ask.
 */
const WEBASSEMBLY_STUB = `globalThis.WebAssembly??=(()=>{const no=()=>Promise.reject(new Error('no WebAssembly'));\
return{instantiate:no,compile:no,instantiateStreaming:no,compileStreaming:no,validate:()=>false,\
Module:class{},Instance:class{},Memory:class{},Table:class{},RuntimeError:class extends Error{}}})();`

/** How a classic script is built around libsodium in plain JavaScript, which runs where WebAssembly is missing or forbidden. */
export const plainSodium = (root: string): BuildOptions => ({
  format: 'iife',
  plugins: [usedCalls(root), listsByPrefix, noModule(root)],
  banner: { js: WEBASSEMBLY_STUB },
  alias: { libsodium: join(root, 'node_modules/libsodium/dist/modules/libsodium.js') },
  // Asked for only where the library finds itself in Node, which a browser is not.
  external: ['node:*'],
})
