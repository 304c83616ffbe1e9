import { isMailAddress } from '../../contract/mail-address.ts'
import { isOnionOrigin } from '../../contract/onion-origin.ts'
import type { Bytes } from '../../service/ports.ts'

/** The service's secret from its variable. Throws a sentence for the operator if it is missing or damaged. */
export function secretOf(text: string | undefined): Bytes {
  if (text === undefined || !/^[\w-]{42}[AEIMQUYcgkosw048]$/.test(text)) {
    throw new Error('SERVICE_SECRET must be 32 random bytes in base64url: set it with "wrangler secret put"')
  }
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

/** The origin that signatures and passkeys are bound to: the one that is set; without one, localhost and nothing else. */
export function originOf(set: string | undefined, cameTo: string): string {
  const origin = set ?? cameTo
  const url = new URL(origin)
  const trustworthy = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost')
  if (!trustworthy || url.origin !== origin || (set === undefined && url.hostname !== 'localhost')) {
    throw new Error('ORIGIN must be the address that people open, scheme and host alone, with https')
  }
  return origin
}

/** The address of the onion service that leads here; `null` if there is none. Throws a sentence for the operator. */
export function onionOf(set: string | undefined): string | null {
  if (set !== undefined && !isOnionOrigin(set))
    throw new Error('ONION_ORIGIN must be an onion address, scheme and host')
  return set ?? null
}

/** The address that mails come from; `null` if none is set, and no mail is sent. Throws a sentence for the operator. */
export function mailFromOf(set: string | undefined): string | null {
  if (set !== undefined && !isMailAddress(set)) throw new Error('MAIL_FROM must be a mail address')
  return set ?? null
}
