export { type Catalogue, checkMessages } from './check.ts'
export { compileMessages } from './compile.ts'
export { usedKeys } from './used.ts'
