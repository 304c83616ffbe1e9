import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { PageProblem } from '../problem.ts'
import { prfInput, prfOutput, withoutExtensions } from './prf.ts'

/** A finished ceremony: what the service may see, and the 32 bytes that only the page may. */
export interface Asked<Response> {
  readonly response: Response
  readonly prf: Uint8Array<ArrayBuffer>
}

const withPrf = async <Options extends object>(options: Options): Promise<Options> => {
  const extensions = { prf: { eval: { first: await prfInput() } } }
  return { ...options, extensions } as Options
}

/**
 * Makes a passkey. Some authenticators evaluate the PRF only when a passkey is used, so a second touch may be needed.
 * @throws PageProblem `passkey.cancelled`, `passkey.exists` or `passkey.no_prf`
 */
export const createPasskey = async (
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<Asked<RegistrationResponseJSON>> => {
  const optionsJSON = await withPrf(options)
  const made = await startRegistration({ optionsJSON }).catch(refused)
  const prf = prfOutput(made.clientExtensionResults) ?? (await evaluate(made.id, options.rp.id))
  return { response: withoutExtensions(made), prf }
}

/**
 * Signs in with whichever passkey the person picks.
 * @throws PageProblem `passkey.cancelled` or `passkey.no_prf`
 */
export const usePasskey = async (
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<Asked<AuthenticationResponseJSON>> => {
  const optionsJSON = await withPrf(options)
  const used = await startAuthentication({ optionsJSON }).catch(refused)
  const prf = prfOutput(used.clientExtensionResults)
  if (prf === null) throw new PageProblem('passkey.no_prf')
  return { response: withoutExtensions(used), prf }
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

const codes: Readonly<Record<string, string>> = {
  InvalidStateError: 'passkey.exists',
  NotAllowedError: 'passkey.cancelled',
  AbortError: 'passkey.cancelled',
}

const refused = (cause: unknown): never => {
  const name = cause instanceof Error ? cause.name : ''
  throw new PageProblem(codes[name] ?? 'passkey.failed', { cause })
}
