import * as v from 'valibot'
import { bytes, bytesUpTo } from './binary.ts'
import { limits } from './limits.ts'

/**
 * What a page sends of a WebAuthn answer. Strict on purpose: `prf` may say that it is enabled and nothing more, so that
 * a body which carries the output of PRF (an unlock secret) is refused by its shape.
 */
const extensionResults = v.strictObject({
  credProps: v.optional(
    v.strictObject({ rk: v.optional(v.boolean()), authenticatorDisplayName: v.optional(v.string()) }),
  ),
  prf: v.optional(v.strictObject({ enabled: v.optional(v.boolean()) })),
})

const credentialId = bytesUpTo(1_023, 1)

const envelope = {
  id: credentialId,
  rawId: credentialId,
  type: v.literal('public-key'),
  authenticatorAttachment: v.optional(v.picklist(['platform', 'cross-platform'])),
  clientExtensionResults: extensionResults,
}

export const RegistrationResponse = v.strictObject({
  ...envelope,
  response: v.strictObject({
    clientDataJSON: bytesUpTo(4_096, 1),
    attestationObject: bytesUpTo(16_384, 1),
    authenticatorData: v.optional(bytesUpTo(8_192)),
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(8))),
    publicKeyAlgorithm: v.optional(v.pipe(v.number(), v.integer())),
    publicKey: v.optional(bytesUpTo(4_096)),
  }),
})
export type RegistrationResponse = v.InferOutput<typeof RegistrationResponse>

export const AuthenticationResponse = v.strictObject({
  ...envelope,
  response: v.strictObject({
    clientDataJSON: bytesUpTo(4_096, 1),
    authenticatorData: bytesUpTo(8_192, 1),
    signature: bytesUpTo(1_024, 1),
    userHandle: v.optional(bytesUpTo(64)),
  }),
})
export type AuthenticationResponse = v.InferOutput<typeof AuthenticationResponse>

/** A new passkey and the officer secret wrapped under its PRF output (PROTOCOL 3.3). */
export const NewPasskey = v.strictObject({
  response: RegistrationResponse,
  wrappedSecret: bytes(limits.wrappedSecret),
})
export type NewPasskey = v.InferOutput<typeof NewPasskey>

/** A recovery kit that has just been typed back and used: its signature over a kit challenge proves that (PROTOCOL 3.4). */
export const NewKit = v.strictObject({
  publicKey: bytes(32),
  wrappedSecret: bytes(limits.wrappedSecret),
  challenge: bytes(limits.challenge),
  signature: bytes(64),
})
export type NewKit = v.InferOutput<typeof NewKit>

/** WebAuthn options as JSON, to be given to the browser as they are (the page adds `prf`). `user.id` is the member id. */
export const CreationOptions = v.looseObject({
  challenge: v.string(),
  rp: v.object({ id: v.optional(v.string()), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
})

/** The same for everybody: it names no credential, so nobody learns from it who has one. */
export const RequestOptions = v.looseObject({ challenge: v.string(), rpId: v.optional(v.string()) })
