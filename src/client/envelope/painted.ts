/** Resolves once what the page says can be seen: what holds the page up afterwards would hide it. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
