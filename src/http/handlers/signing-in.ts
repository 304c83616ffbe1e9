import type { signingIn } from '../../contract/operations/signing-in.ts'
import {
  addCredential,
  approveCredential,
  deleteCredential,
  listCredentials,
  replaceKit,
} from '../../service/credentials.ts'
import { bytesOf } from '../../service/json.ts'
import { requestOptions } from '../../service/passkeys/request-options.ts'
import { readSession } from '../../service/read-session.ts'
import { registrationOptions } from '../../service/registration-options.ts'
import { officerOf } from '../../service/session.ts'
import { kitChallenge, signInByKit, signInByPasskey, signOut } from '../../service/sign-in.ts'
import type { Handlers } from '../call.ts'

const done = { answer: undefined }

/** Sessions, passkeys and recovery kits. */
export const signingInHandlers: Handlers<keyof typeof signingIn> = {
  passkeyOptions: async ({ world, body, cookie }) => ({
    answer: { ...(await registrationOptions(world, body, await officerOf(world, cookie))) },
  }),
  signInOptions: async ({ world }) => ({ answer: { ...(await requestOptions(world)) } }),
  signInByPasskey: async ({ world, body, cookie }) => signInByPasskey(world, body.response, cookie),
  kitChallenge: async ({ world }) => ({ answer: await kitChallenge(world) }),
  signInByKit: async ({ world, body, cookie }) => signInByKit(world, body, cookie),
  signOut: async ({ world, officer }) => {
    await signOut(world, officer)
    return { ...done, cookie: null }
  },
  readSession: async ({ world, officer }) => ({ answer: await readSession(world, officer) }),
  listCredentials: async ({ world, officer }) => ({ answer: await listCredentials(world, officer) }),
  addCredential: async ({ world, officer, body }) => ({ answer: await addCredential(world, officer, body) }),
  approveCredential: async ({ world, officer, part, body }) => {
    await approveCredential(world, officer, bytesOf(part('id')), bytesOf(body.signature))
    return done
  },
  deleteCredential: async ({ world, officer, part }) => {
    await deleteCredential(world, officer, bytesOf(part('id')))
    return done
  },
  replaceKit: async ({ world, officer, body }) => {
    await replaceKit(world, officer, body)
    return done
  },
}
