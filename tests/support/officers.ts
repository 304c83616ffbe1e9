import { randomBytes } from 'node:crypto'
import {
  generateKit,
  generateOfficerSecret,
  kitSignIn,
  type OfficerKeys,
  officerKeys,
  proveJoin,
  ready,
  signKept,
  wrapSecret,
} from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { Role } from '../../src/domain/roles.ts'
import { type Client, createClient } from './client.ts'
import { type SoftPasskey, softPasskey } from './soft-passkey.ts'

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length))

/** Somebody of the office, with everything that a real person would hold, and their browser. */
export interface Officer {
  readonly client: Client
  readonly memberId: Bytes
  readonly label: string
  readonly role: Role
  readonly secret: Bytes
  readonly keys: OfficerKeys
  readonly passkey: SoftPasskey
  readonly kit: Bytes
}

/** What a page sends of a person who enrols. */
export interface Enrolment {
  readonly credential: { response: ReturnType<SoftPasskey['create']>; wrappedSecret: string }
  readonly kit: { publicKey: string; wrappedSecret: string; challenge: string; signature: string }
}

/** Makes a person's keys, passkey and kit in their browser, with a founding or invitation token. */
export async function enrol(
  origin: string,
  token: string,
  role: Role,
  label: string,
): Promise<{ officer: Officer; enrolment: Enrolment }> {
  await ready()
  const client = createClient(origin)
  const options = await client.call('passkeyOptions', { body: { token, label } })
  const memberId = fromBase64url(options.user.id)
  const passkey = softPasskey(origin)
  const secret = generateOfficerSecret(random)
  const officer = {
    ...{ client, memberId, label, role, secret, passkey },
    keys: await officerKeys(secret),
    kit: generateKit(random),
  }
  return {
    officer,
    enrolment: { credential: newPasskey(officer, passkey, options), kit: await newKit(officer, officer.kit) },
  }
}

/** A passkey's answer to creation options, and the secret wrapped under its PRF output. */
export function newPasskey(
  { secret, memberId }: Pick<Officer, 'secret' | 'memberId'>,
  passkey: SoftPasskey,
  options: { readonly challenge: string },
): Enrolment['credential'] {
  const wrapped = wrapSecret(secret, { by: 'passkey', key: passkey.prf }, memberId, random)
  return { response: passkey.create(options), wrappedSecret: toBase64url(wrapped) }
}

/** A kit that has been tried against the service. */
export async function newKit(
  { client, secret, memberId }: Pick<Officer, 'client' | 'secret' | 'memberId'>,
  kit: Bytes,
): Promise<Enrolment['kit']> {
  const { challenge } = await client.call('kitChallenge')
  const { publicKey, signature } = kitSignIn(kit, client.origin, fromBase64url(challenge))
  const wrapped = wrapSecret(secret, { by: 'kit', key: kit }, memberId, random)
  return {
    publicKey: toBase64url(publicKey),
    wrappedSecret: toBase64url(wrapped),
    challenge,
    signature: toBase64url(signature),
  }
}

/** Signs in by passkey, as the person's page does. */
export async function signIn({ client, passkey }: Pick<Officer, 'client' | 'passkey'>) {
  const options = await client.call('signInOptions')
  return client.call('signInByPasskey', { body: { response: passkey.get(options) } })
}

/** What the join call takes, for an invitation to an office with this fingerprint. */
export async function joinBody(officer: Officer, enrolment: Enrolment, token: string, fingerprint: Bytes) {
  const { memberId, role, label, keys } = officer
  const { join, proof } = proveJoin({ memberId, role, clearance: 1, label }, keys, fingerprint)
  const first = {
    attestation: fromBase64url(enrolment.credential.response.response.attestationObject),
    kit: fromBase64url(enrolment.kit.publicKey),
  }
  const kept = toBase64url(await signKept(join, first, keys))
  return { token, join: toBase64url(join), proof: toBase64url(proof), kept, ...enrolment }
}
