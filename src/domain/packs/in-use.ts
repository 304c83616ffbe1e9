/** The pack of this build. An organisation edits its files, or names the files of its own pack here. */
export { modelFiles as packFiles } from './model/index.ts'
