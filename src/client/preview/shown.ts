/** What the console asks the preview to show: bytes of a checked kind, or a text. */
export type Shown =
  | { readonly kind: 'picture' | 'sound'; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'text'; readonly text: string }

/** What is said where a page of a PDF would stand, in the language of whoever looks. */
export interface PageWords {
  readonly language: string
  readonly unread: string
  readonly empty: string
}

/** What the console asks for, and the words that the preview has no others of. */
export type Asked = Shown & { readonly says: PageWords }

export interface Pages {
  readonly all: number
  readonly drawn: number
}

/**
 * What the preview says back: that it listens and has a thread to read PDFs by, how high what it shows is in pixels and how many pages it has and
 * draws if it has any, that the browser cannot show it, or that a key was pressed while somebody was in it.
 */
export type Said =
  | { readonly says: 'ready'; readonly reads: boolean }
  | { readonly says: 'failed' }
  | { readonly says: 'shown'; readonly height: number; readonly pages?: Pages }
  | { readonly says: 'pressed'; readonly escape: boolean }
