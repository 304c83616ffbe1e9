import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { AuthenticationResponse, RegistrationResponse } from '../../../contract/passkeys.ts'
import { type Bytes, toBase64 } from '../net/base64.ts'
import { PageProblem } from '../problem.ts'
import { type PrfInput, prfOutput } from './prf.ts'

/** A finished ceremony: what the service may see, and the 32 bytes that only the page may. */
export interface Asked<Response> {
  readonly response: Response
  readonly prf: Bytes
}

/** The service's options are the browser's, as JSON; only the page adds the PRF, so that the service never speaks of it. */
const withPrf = <Options>(options: object, first: PrfInput): Options =>
  ({ ...options, extensions: { prf: { eval: { first } } } }) as Options

/**
 * Makes a passkey. Some authenticators evaluate the PRF only when a passkey is used, so a second touch may be needed.
 * @throws PageProblem `passkey.cancelled`, `passkey.exists` or `passkey.no_prf`
 */
export const createPasskey = async (
  options: { readonly rp: { readonly id?: string | undefined } },
  input: PrfInput,
): Promise<Asked<RegistrationResponse>> => {
  const optionsJSON = withPrf<PublicKeyCredentialCreationOptionsJSON>(options, input)
  const made = await startRegistration({ optionsJSON }).catch(refused)
  const prf = prfOutput(made.clientExtensionResults) ?? (await evaluate(made.id, options.rp.id, input))
  return { response: sendable(made), prf }
}

/**
 * Signs in with whichever passkey the person picks.
 * @throws PageProblem `passkey.cancelled` or `passkey.no_prf`
 */
export const usePasskey = async (
  options: { readonly challenge: string; readonly [other: string]: unknown },
  input: PrfInput,
): Promise<Asked<AuthenticationResponse>> => {
  const optionsJSON = withPrf<PublicKeyCredentialRequestOptionsJSON>(options, input)
  const used = await startAuthentication({ optionsJSON }).catch(refused)
  const prf = prfOutput(used.clientExtensionResults)
  if (prf === null) throw new PageProblem('passkey.no_prf')
  return { response: sendable(used), prf }
}

/** Asks the new passkey once more, for its PRF alone. The challenge is ours and the answer is sent to nobody. */
const evaluate = async (id: string, rpId: string | undefined, input: PrfInput): Promise<Bytes> => {
  const challenge = toBase64(crypto.getRandomValues(new Uint8Array(32)))
  const allowCredentials = [{ id, type: 'public-key' }]
  const options = { challenge, allowCredentials, userVerification: 'required', ...(rpId === undefined ? {} : { rpId }) }
  return (await usePasskey(options, input)).prf
}

/**
 * What the service gets of a ceremony. What the extensions said is left out: the PRF output unlocks keys and never leaves
 * the page. JSON drops what is undefined, so both sides see the same.
 */
const sendable = <Response>(response: object): Response =>
  JSON.parse(JSON.stringify({ ...response, clientExtensionResults: {} })) as Response

const codes: Readonly<Record<string, string>> = {
  InvalidStateError: 'passkey.exists',
  NotAllowedError: 'passkey.cancelled',
  AbortError: 'passkey.cancelled',
}

const refused = (cause: unknown): never => {
  const name = cause instanceof Error ? cause.name : ''
  throw new PageProblem(codes[name] ?? 'passkey.failed', { cause })
}
