/** What the console asks the preview to show: bytes of a checked kind, or a text. */
export type Shown =
  | { readonly kind: 'picture' | 'sound'; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'text'; readonly text: string }

/** What the preview says back: that it listens, how high what it shows is in pixels, or that the browser cannot show it. */
export type Said = { readonly says: 'ready' | 'failed' } | { readonly says: 'shown'; readonly height: number }
