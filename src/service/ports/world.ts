export type Bytes = Uint8Array<ArrayBuffer>

/** The time now, in milliseconds since 1970. What is kept of it for a reporter is only the day at the headquarters. */
export type Clock = () => number

/** So many random bytes, fit for keys. */
export type Random = (length: number) => Bytes

/** The only line that is ever logged about a request: the pattern of its route, never its address, and how it ended. */
export interface EventLog {
  request(line: { readonly method: string; readonly route: string; readonly status: number }): void
  /** A fault of the service itself; the text names the place in the code and holds nothing of a request. */
  fault(text: string): void
}
