import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

interface Capable {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean>>>
}

/**
 * Whether this browser can make passkeys that unlock keys. Only a clear no counts: many browsers do not tell, and then
 * trying does.
 */
export const passkeysPossible = async (): Promise<boolean> => {
  if (!browserSupportsWebAuthn()) return false
  const browser: Capable = PublicKeyCredential
  const told = await browser.getClientCapabilities?.().catch(() => undefined)
  return told?.['extension:prf'] !== false
}
