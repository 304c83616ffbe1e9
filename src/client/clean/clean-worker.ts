import { look } from './look.ts'

// The page sends one file after the other; null is the answer where one could not be read.
self.addEventListener('message', async ({ data: file }: MessageEvent<Blob>) => {
  self.postMessage(await look(file).catch(() => null))
})
