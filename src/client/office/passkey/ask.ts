import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { AuthenticationResponse, RegistrationResponse } from '../../../contract/passkeys.ts'
import { PageProblem } from '../problem.ts'
import { prfInput, prfOutput } from './prf.ts'

/** A finished ceremony: what the service may see, and the 32 bytes that only the page may. */
export interface Asked<Response> {
  readonly response: Response
  readonly prf: Uint8Array<ArrayBuffer>
}

/** The service's options are the browser's, as JSON; only the page adds the PRF, so that the service never speaks of it. */
const withPrf = async <Options>(options: object): Promise<Options> => {
  const extensions = { prf: { eval: { first: await prfInput() } } }
  return { ...options, extensions } as Options
}

/**
 * Makes a passkey. Some authenticators evaluate the PRF only when a passkey is used, so a second touch may be needed.
 * @throws PageProblem `passkey.cancelled`, `passkey.exists` or `passkey.no_prf`
 */
export const createPasskey = async (options: {
  readonly rp: { readonly id?: string | undefined }
}): Promise<Asked<RegistrationResponse>> => {
  const optionsJSON = await withPrf<PublicKeyCredentialCreationOptionsJSON>(options)
  const made = await startRegistration({ optionsJSON }).catch(refused)
  const prf = prfOutput(made.clientExtensionResults) ?? (await evaluate(made.id, options.rp.id))
  return { response: sendable(made), prf }
}

/**
 * Signs in with whichever passkey the person picks.
 * @throws PageProblem `passkey.cancelled` or `passkey.no_prf`
 */
export const usePasskey = async (options: {
  readonly challenge: string
  readonly [other: string]: unknown
}): Promise<Asked<AuthenticationResponse>> => {
  const optionsJSON = await withPrf<PublicKeyCredentialRequestOptionsJSON>(options)
  const used = await startAuthentication({ optionsJSON }).catch(refused)
  const prf = prfOutput(used.clientExtensionResults)
  if (prf === null) throw new PageProblem('passkey.no_prf')
  return { response: sendable(used), prf }
}

/** Asks the new passkey once more, for its PRF alone. The challenge is ours and the answer is sent to nobody. */
const evaluate = async (id: string, rpId: string | undefined): Promise<Uint8Array<ArrayBuffer>> => {
  const challenge = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  const { prf } = await usePasskey({
    challenge: challenge.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    allowCredentials: [{ id, type: 'public-key' }],
    userVerification: 'required',
    ...(rpId === undefined ? {} : { rpId }),
  })
  return prf
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
