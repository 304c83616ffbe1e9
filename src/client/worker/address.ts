interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string }
}

/** The addresses of both builds, which the page was built with; no other script ever becomes a worker. */
function addresses(): { wasm: string; js: string } {
  const { worker, workerJs } = document.documentElement.dataset
  if (!worker || !workerJs) throw new Error('the page names no worker')
  return { wasm: worker, js: workerJs }
}

let policy: { createScriptURL(address: string): string } | undefined

/** The one policy of the page's `trusted-types` directive; a browser without Trusted Types takes the text as it is. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('crypto-worker', { createScriptURL: known })
  return policy ? policy.createScriptURL(address) : known(address)
}

function known(address: string): string {
  const { wasm, js } = addresses()
  if (address !== wasm && address !== js) throw new Error('not the address of the worker')
  return address
}

/** Where the worker's script is: the plain JavaScript build where WebAssembly is missing or switched off. */
export function workerAddress(): string {
  const { wasm, js } = addresses()
  return trusted(typeof WebAssembly === 'object' ? wasm : js)
}
