import { h } from './dom.ts'

/** How long a file can be taken, in milliseconds: some phones ask first whether it is wanted, and fetch it only then. */
const PATIENCE = 60_000

/** Hands a file to the browser, which saves it under this name. */
export const handOver = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file)
  h('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE)
}
