import { h } from '../ui/dom.ts'

/** Hands a text to the browser as a file. The name says nothing: it stays in a list of downloads. */
export const saveText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = h('a', { href: address, download: name })
  link.click()
  // The browser has taken the file by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(address))
}
