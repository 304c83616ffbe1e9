import {
  generateKit as aKit,
  generateOfficerSecret,
  prfInput as input,
  type KeyProblem,
  kitPair,
  kitWords,
  type ListName,
  officerKeys,
  parseKit as parse,
  kitSignIn as signByKit,
  type Unlocker,
  unwrapSecret,
  wrapSecret,
} from '../../../../crypto/index.ts'
import { type Bytes, equal, WireError, withId } from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'

/** The public halves of an officer's pairs. */
export interface OfficerPublic {
  readonly signingKey: Bytes
  readonly sealingKey: Bytes
  readonly sealingKeyId: Bytes
}

async function keep(
  desk: Desk,
  secret: Bytes,
  check: (shown: OfficerPublic) => void = () => undefined,
): Promise<OfficerPublic> {
  const keys = await officerKeys(secret)
  const { signing, sealing } = keys
  const shown = { signingKey: signing.publicKey, sealingKey: sealing.publicKey, sealingKeyId: sealing.id }
  check(shown)
  desk.keepOfficer(secret, keys)
  return shown
}

/** Makes a new officer secret and keeps it; it leaves only wrapped. */
export const generateOfficer = (desk: Desk): Promise<OfficerPublic> => keep(desk, generateOfficerSecret(desk.random))

type Wrapping = Unlocker & { readonly memberId: Bytes }

/** The kept secret under a passkey's PRF output or a kit, 72 bytes (PROTOCOL 3.3). */
export const wrapOfficer = (desk: Desk, { by, key, memberId }: Wrapping): Bytes =>
  wrapSecret(desk.officer.secret, { by, key }, memberId, desk.random)

/**
 * Opens a wrapped secret and keeps it. Throws `secret.wrong_key`, or `secret.wrong_owner` if it is not the secret of the
 * member whom the loaded directory knows (PROTOCOL 3.3).
 */
export async function unlockOfficer(
  desk: Desk,
  { wrapped, memberId, by, key }: Wrapping & { readonly wrapped: Bytes },
): Promise<OfficerPublic> {
  const secret = unwrapSecret(wrapped, { by, key }, memberId)
  return keep(desk, secret, ({ signingKey }) => {
    const member = desk.hasDirectory() ? withId(desk.directory.members, memberId) : undefined
    if (member && !equal(member.signingKey, signingKey)) throw new WireError('secret.wrong_owner')
  })
}

/** The input at which the PRF of a passkey is evaluated, 32 bytes (PROTOCOL 3.1). */
export const prfInput = (): Promise<Bytes> => input()

/** A recovery kit as people keep it. */
export interface ShownKit {
  /** 32 bytes. */
  readonly kit: Bytes
  readonly words: readonly string[]
  readonly publicKey: Bytes
}

export function generateKit(desk: Desk, { list }: { list: ListName }): ShownKit {
  const kit = aKit(desk.random)
  return { kit, words: kitWords(kit, list), publicKey: kitPair(kit).publicKey }
}

export type ReadKit =
  | { readonly ok: true; readonly kit: Bytes; readonly publicKey: Bytes }
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** Reads the typed words of a kit. */
export function parseKit(_: Desk, { text }: { text: string }): ReadKit {
  const read = parse(text)
  return read.ok ? { ...read, publicKey: kitPair(read.kit).publicKey } : read
}

/** Signs a challenge by kit, to sign in or to test the kit (PROTOCOL 3.4). */
export const kitSignIn = (
  _: Desk,
  { kit, origin, challenge }: { kit: Bytes; origin: string; challenge: Bytes },
): { publicKey: Bytes; signature: Bytes } => signByKit(kit, origin, challenge)
