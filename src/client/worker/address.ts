interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(name: string): string },
  ): { createScriptURL(name: string): string }
}

/** The workers that a page is built with. */
type Name = 'worker' | 'workerJs' | 'cleaner' | 'reader'

/** The address of a worker by its name: no script but those that the page names ever becomes one. */
function addressOf(name: string): string {
  const address = document.documentElement.dataset[name]
  if (!address) throw new Error('the page names no worker')
  return address
}

let policy: { createScriptURL(name: string): string } | undefined

/** The one policy of the page's `trusted-types` directive; a browser without Trusted Types takes the text as it is. */
function trusted(name: Name): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('crypto-worker', { createScriptURL: addressOf })
  return policy ? policy.createScriptURL(name) : addressOf(name)
}

/** Where the worker's script is: the plain JavaScript build where WebAssembly is missing or switched off. */
export function workerAddress(): string {
  return trusted(typeof WebAssembly === 'object' ? 'worker' : 'workerJs')
}

/** Where the script is that takes traces out of files. */
export function cleanerAddress(): string {
  return trusted('cleaner')
}

/** Where the script is that reads PDFs for a frame which can start none: the console alone names one. */
export function readerAddress(): string {
  return trusted('reader')
}
