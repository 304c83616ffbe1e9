/** The pack of this build. An organisation edits its files, or names the files of its own pack here and in `in-use-days.ts`. */
export { modelFiles as packFiles } from './model/index.ts'
