/** What is read or made on a page of its own beside a case, so that it can be printed alone. */
export type Paper = 'letters' | 'copy' | 'package'

/** Where the exact text of the next letter is kept until it is shown. */
export const letterDraft = (address: string): string => `${address}/letter`
