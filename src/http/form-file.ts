/** What a browser may choose to divide a form by; some that run no script, such as Dillo, quote it. */
const boundaryIn = /^multipart\/form-data; *boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i
const named = /^content-disposition: *form-data; *name="file"; *filename=/im

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const bytesOf = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0))

/** The heads of a part are short; whatever is longer is none. */
const longestHead = 4_096

/**
 * The file of a plain form that holds one file by the name `file` and nothing else, as a view of the body: a copy or two of
 * it would be much of what a small runtime has. `null` for any other body, and for a file without bytes.
 */
export function formFile(body: Uint8Array<ArrayBuffer>, contentType: string): Uint8Array<ArrayBuffer> | null {
  const boundary = boundaryIn.exec(contentType)?.[2]
  if (boundary === undefined) return null
  const first = `--${boundary}\r\n`
  const start = text(body.subarray(0, longestHead))
  const head = start.indexOf('\r\n\r\n')
  if (!start.startsWith(first) || head < 0 || !named.test(start.slice(first.length, head))) return null
  const file = body.subarray(head + 4)
  const end = placeOf(file, bytesOf(`\r\n--${boundary}`))
  const rest = text(file.subarray(Math.max(end, 0) + boundary.length + 4).subarray(0, 5))
  return end > 0 && /^--(?:\r\n)?$/.test(rest) ? file.subarray(0, end) : null
}

/** Where bytes stand for the first time; -1 where they do not. */
function placeOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return at
  }
  return -1
}
