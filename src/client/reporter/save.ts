import { handOver } from '../ui/hand-over.ts'

/** Hands a text to the browser as a file. The name says nothing: it stays in a list of downloads. */
export const saveText = (name: string, text: string, type = 'text/plain;charset=utf-8'): void => save(name, text, type)

/** Hands bytes to the browser as a file of no known kind. */
export const saveBytes = (name: string, bytes: BlobPart): void => save(name, bytes, 'application/octet-stream')

const save = (name: string, content: BlobPart, type: string): void => handOver(name, new Blob([content], { type }))
