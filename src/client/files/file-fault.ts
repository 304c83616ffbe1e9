/** A file that was not sent: why, by a stable code (`file.…` or `upload.…`), and which. */
export class FileFault extends Error {
  readonly code: string
  /** Its name as it may be shown. */
  readonly file: string
  constructor(code: string, file: string, options?: ErrorOptions) {
    super(code, options)
    this.name = 'FileFault'
    this.code = code
    this.file = file
  }
}
