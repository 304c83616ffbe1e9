/** Something that went wrong in this page and not on the service, by a stable code. */
export class PageProblem extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** The stable code of whatever was thrown. A failed fetch has none of its own: the line was lost. */
export const codeOf = (cause: unknown): string => {
  const code = (cause as { code?: unknown } | null | undefined)?.code
  if (typeof code === 'string' && code.includes('.')) return code
  return 'page.failed'
}
