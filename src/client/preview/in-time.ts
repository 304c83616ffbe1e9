/** What a file asks of this browser is given up after so many milliseconds. */
const PATIENCE = 30_000

/** Waits for something as long as anybody would. @throws Error if it has not come by then */
export const inTime = async <Made>(coming: Promise<Made>): Promise<Made> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('not in time')), PATIENCE)
  try {
    return await Promise.race([coming, late])
  } finally {
    clearTimeout(timer)
  }
}
