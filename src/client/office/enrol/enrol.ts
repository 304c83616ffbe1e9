import type { NewKit, NewPasskey } from '../../../contract/passkeys.ts'
import type { Desk } from '../desk/desk.ts'
import type { Bytes } from '../net/base64.ts'
import { createPasskey } from '../passkey/ask.ts'

/** A new passkey together with the held secret, wrapped for it, and the person it belongs to. */
export interface Enrolled {
  readonly member: string
  readonly credential: NewPasskey
  /** The passkey's PRF output, for unlocking at once. */
  readonly prf: Bytes
}

/** Makes a first passkey for somebody new, with a new officer secret behind it. `token` is of the founding or an invitation. */
export const enrol = async (desk: Desk, token: string, label: string): Promise<Enrolled> => {
  await desk.vault.generate()
  return passkeyFor(desk, { token, label })
}

/** Makes a further passkey for who is signed in. */
export const enrolAgain = (desk: Desk, label: string): Promise<Enrolled> => passkeyFor(desk, { label })

const passkeyFor = async (desk: Desk, body: { token?: string; label: string }): Promise<Enrolled> => {
  const options = await desk.call('passkeyOptions', { body })
  const { response, prf } = await createPasskey(options, await desk.vault.prfInput())
  const member = options.user.id
  return {
    member,
    prf,
    credential: { response, wrappedSecret: await desk.vault.wrap({ by: 'passkey', key: prf }, member) },
  }
}

/** Tries a kit that was just typed back: it signs a challenge of the service, and the held secret is wrapped for it. */
export const tryKit = async (desk: Desk, kit: Bytes, member: string): Promise<NewKit> => {
  const { challenge } = await desk.call('kitChallenge', { body: {} })
  const signed = await desk.vault.signByKit(kit, challenge)
  return { ...signed, challenge, wrappedSecret: await desk.vault.wrap({ by: 'kit', key: kit }, member) }
}
