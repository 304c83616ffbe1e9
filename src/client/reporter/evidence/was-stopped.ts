/** Whether sending files ended because somebody stopped it. */
export const wasStopped = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError'
