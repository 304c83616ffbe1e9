/**
 * What passes by itself: a line that broke, a service that has too much to do or failed once, what stands before it and
 * answers in its stead, a part that arrived damaged.
 */
const passing = ['network', 'line.lost', 'service.busy', 'service.failed', 'unknown', 'upload.wrong_part']

/** How long is waited before each further try, in milliseconds. */
const pauses = [500, 2_000, 5_000]

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Tries a few times what may pass by itself. @throws what the last try threw */
export const again = async <Value>(attempt: () => Promise<Value>, signal?: AbortSignal): Promise<Value> => {
  for (const milliseconds of pauses) {
    try {
      return await attempt()
    } catch (cause) {
      const code = String((cause as { code?: unknown } | null)?.code)
      if (signal?.aborted || !passing.includes(code)) throw cause
      await pause(milliseconds)
    }
  }
  return attempt()
}
