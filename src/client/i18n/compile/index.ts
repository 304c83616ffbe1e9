export { type Catalogue, checkMessages } from './check.ts'
export { compileMessage, compileMessages } from './compile.ts'
export { usedKeys } from './used.ts'
