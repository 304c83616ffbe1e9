interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string }
}

/** The addresses of the workers, which the page was built with; no other script ever becomes one. */
function addresses(): { wasm: string; js: string; cleaner: string } {
  const { worker, workerJs, cleaner } = document.documentElement.dataset
  if (!worker || !workerJs || !cleaner) throw new Error('the page names no worker')
  return { wasm: worker, js: workerJs, cleaner }
}

let policy: { createScriptURL(address: string): string } | undefined

/** The one policy of the page's `trusted-types` directive; a browser without Trusted Types takes the text as it is. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('crypto-worker', { createScriptURL: known })
  return policy ? policy.createScriptURL(address) : known(address)
}

function known(address: string): string {
  if (!Object.values(addresses()).includes(address)) throw new Error('not the address of the worker')
  return address
}

/** Where the worker's script is: the plain JavaScript build where WebAssembly is missing or switched off. */
export function workerAddress(): string {
  const { wasm, js } = addresses()
  return trusted(typeof WebAssembly === 'object' ? wasm : js)
}

/** Where the script is that takes traces out of files. */
export function cleanerAddress(): string {
  return trusted(addresses().cleaner)
}
