/** `npm run build [-- --if-needed]`: builds the site of this project into dist/. */
import { join } from 'node:path'
import { writeFileLists } from './file-lists.ts'
import { projectRoot } from './root.ts'
import { isUpToDate, writeSite } from './write-site.ts'

const out = join(projectRoot, 'dist')

await writeFileLists(projectRoot)

if (!(process.argv.includes('--if-needed') && (await isUpToDate(projectRoot, out)))) {
  try {
    const { files } = await writeSite(projectRoot, out)
    console.log(`Built ${files.length} files into dist/.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
