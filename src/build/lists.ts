/** `npm run lists [-- --check]`: writes the modules that list files, or fails if they list others than there are. */
import { fileLists, isStale, writeFileLists } from './file-lists.ts'
import { projectRoot } from './root.ts'

if (process.argv.includes('--check')) {
  for (const list of await fileLists(projectRoot)) {
    if (!(await isStale(projectRoot, list))) continue
    console.error(`${list.path} does not list the files that there are. Run: npm run lists`)
    process.exitCode = 1
  }
} else {
  await writeFileLists(projectRoot)
}
