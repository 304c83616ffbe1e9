import { languages } from '../../languages/index.ts'
import type { PackFiles } from '../../pack/pack.ts'
import { withWords } from '../../pack/with-words.ts'
import { modelFolder } from './folder.ts'

/** The model pack: the rules that an office begins with and may swap or edit, each line with its source and mark. */
export const modelFiles: PackFiles = withWords(
  modelFolder,
  languages.map(({ tag }) => tag),
)
