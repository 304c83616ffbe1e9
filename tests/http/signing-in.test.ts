import { expect, test } from 'vitest'
import { approveCredential, generateKit, kitSignIn, unwrapSecret } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { createClient } from '../support/client.ts'
import { admit, join } from '../support/office.ts'
import { newKit, newPasskey, type Officer, random, signIn } from '../support/officers.ts'
import { type Overrides, softPasskey } from '../support/soft-passkey.ts'
import { flipped } from '../support/tamper.ts'
import { expectRefusal, onBoth } from './both.ts'

const elsewhere: readonly (readonly [who: string, overrides: Overrides])[] = [
  ['on another site', { origin: 'https://evil.example' }],
  ['for another domain', { domain: 'evil.example' }],
  ['without having shown who it is', { userVerified: false }],
]

onBoth('an officer', (stage) => {
  const officer = (): Officer => {
    const [, second] = stage.office.people
    if (!second) throw new Error('The office is empty')
    return second
  }
  const signingIn = async (person: Officer, overrides: Overrides = {}) => {
    const response = person.passkey.get(await person.client.call('signInOptions'), overrides)
    return () => person.client.ask('signInByPasskey', { body: { response } })
  }

  test('signs in with the passkey alone and gets the secret that only it unwraps', async () => {
    const { memberId, passkey, secret, client } = officer()
    const answer = await signIn(officer())
    expect(answer.memberId).toBe(toBase64url(memberId))
    const wrapped = fromBase64url(answer.wrappedSecret)
    expect(unwrapSecret(wrapped, { by: 'passkey', key: passkey.prf }, memberId)).toEqual(secret)
    expect((await client.call('readSession')).label).toBe(officer().label)
  })

  test('gets the same options as anybody else, which name nobody', async () => {
    const names = async () => {
      const { challenge: _, ...options } = await createClient(stage.server.origin).call('signInOptions')
      return JSON.stringify(options)
    }
    expect(await names()).toBe(await names())
    expect(await names()).not.toContain('allowCredentials":[{')
  })

  test('gets a cookie that only this site over a safe line sends back, a new one at each sign-in', async () => {
    const person = officer()
    const first = await (await signingIn(person))()
    expect(first.headers.getSetCookie().join()).toMatch(
      /^(__Host-)?gf=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    )
    const old = person.client.cookie
    await signIn(person)
    expect(person.client.cookie).not.toBe(old)
    const thief = createClient(stage.server.origin)
    thief.cookie = old
    expect((await thief.ask('readSession')).code).toBe('session.required')
    expect(await stage.server.dump()).not.toContain(person.client.cookie?.split('=')[1])
  })

  test('who signs out is out everywhere', async () => {
    const person = officer()
    await signIn(person)
    const kept = person.client.cookie
    expect((await person.client.ask('signOut')).status).toBe(204)
    expect(person.client.cookie).toBeNull()
    person.client.cookie = kept
    expect((await person.client.ask('readSession')).code).toBe('session.required')
    await signIn(person)
  })

  test.each(elsewhere)('who answers %s does not get in', async (_, overrides) => {
    await expectRefusal(stage.server, 'passkey.refused', 401, await signingIn(officer(), overrides))
  })

  test('does not get in by repeating an answer, by one to another question, or by a wrong signature', async () => {
    const ask = await signingIn(officer())
    expect((await ask()).status).toBe(200)
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask)
    const fresh = await officer().client.call('signInOptions')
    const response = officer().passkey.get(fresh)
    const { challenge } = await officer().client.call('kitChallenge')
    const wrong = [
      { ...response, response: { ...response.response, signature: flipped(response.response.signature, 20) } },
      officer().passkey.get({ challenge }),
      softPasskey(stage.server.origin).get(await officer().client.call('signInOptions')),
    ]
    for (const each of wrong) {
      const { code } = await officer().client.ask('signInByPasskey', { body: { response: each } })
      expect(['passkey.refused', 'challenge.invalid']).toContain(code)
    }
  })

  test('whose page sends a passkey’s secret output is refused before anything is read', async () => {
    const response = officer().passkey.get(await officer().client.call('signInOptions'))
    const leaking = {
      ...response,
      clientExtensionResults: { prf: { results: { first: toBase64url(officer().passkey.prf) } } },
    }
    await expectRefusal(stage.server, 'request.malformed', 400, () =>
      officer().client.ask('signInByPasskey', { body: { response: leaking as object as typeof response } }),
    )
  })

  test('whose passkey was copied, as its counter shows, is locked out with that passkey', async () => {
    const person = await join(stage.office, 'investigator', 'Vera Lund')
    await admit(stage.office, person)
    expect((await (await signingIn(person, { signCount: 7 }))()).status).toBe(200)
    expect((await (await signingIn(person, { signCount: 7 }))()).code).toBe('passkey.refused')
    expect((await (await signingIn(person, { signCount: 9 }))()).code).toBe('passkey.refused')
    const { challenge } = await person.client.call('kitChallenge')
    const { publicKey, signature } = kitSignIn(person.kit, stage.server.origin, fromBase64url(challenge))
    const body = { challenge, publicKey: toBase64url(publicKey), signature: toBase64url(signature) }
    await person.client.call('signInByKit', { body })
    const { credentials } = await person.client.call('listCredentials')
    expect(credentials.map(({ state }) => state)).toEqual(['suspect'])
  })

  test('signs in by recovery kit, each challenge once', async () => {
    const { kit, client, memberId, secret } = officer()
    const prove = async (paper: typeof kit, origin = stage.server.origin) => {
      const { challenge } = await client.call('kitChallenge')
      const { publicKey, signature } = kitSignIn(paper, origin, fromBase64url(challenge))
      return { challenge, publicKey: toBase64url(publicKey), signature: toBase64url(signature) }
    }
    const body = await prove(kit)
    const ask = (proof: typeof body) => () => client.ask('signInByKit', { body: proof })
    const { answer } = await ask(body)()
    expect(unwrapSecret(fromBase64url(answer.wrappedSecret), { by: 'kit', key: kit }, memberId)).toEqual(secret)
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask(body))
    await expectRefusal(stage.server, 'kit.refused', 401, ask(await prove(generateKit(random))))
    await expectRefusal(stage.server, 'kit.refused', 401, ask(await prove(kit, 'https://evil.example')))
    const { challenge } = await client.call('caseChallenge')
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask({ ...(await prove(kit)), challenge }))
  })

  test('adds a passkey that works once a colleague has approved it', async () => {
    const person = officer()
    await signIn(person)
    const second = softPasskey(stage.server.origin)
    const options = await person.client.call('passkeyOptions', { body: { label: 'green key' } })
    const body = { label: 'green key', ...newPasskey(person, second, options) }
    const added = await person.client.ask('addCredential', { body })
    expect([added.status, added.answer.state]).toEqual([201, 'waiting'])
    const again = await person.client.ask('addCredential', { body })
    expect(again.code).toBe('challenge.invalid')

    const withSecond = { ...person, passkey: second, client: createClient(stage.server.origin) }
    expect((await (await signingIn(withSecond))()).code).toBe('credential.waiting')
    const { chief } = stage.office
    const { waiting } = await chief.client.call('listCredentials')
    expect(waiting.map(({ id }) => id)).toEqual([second.id])

    const approve = async (by: Officer, signer = by) => {
      const signature = await approveCredential(person.memberId, fromBase64url(second.id), signer.keys)
      return () =>
        by.client.ask('approveCredential', { path: { id: second.id }, body: { signature: toBase64url(signature) } })
    }
    await expectRefusal(stage.server, 'approval.refused', 403, await approve(person))
    await expectRefusal(stage.server, 'approval.refused', 403, await approve(chief, person))
    expect((await (await approve(chief))()).status).toBe(204)
    await expectRefusal(stage.server, 'credential.not_found', 404, await approve(chief))
    expect((await signIn(withSecond)).memberId).toBe(toBase64url(person.memberId))
  })

  test('cannot delete the last passkey, nor a colleague’s', async () => {
    const person = officer()
    await signIn(person)
    const remove = (id: string) => () => person.client.ask('deleteCredential', { path: { id } })
    await expectRefusal(stage.server, 'credential.not_found', 404, remove(stage.office.chief.passkey.id))
    const { credentials } = await person.client.call('listCredentials')
    const others = credentials.filter(({ id }) => id !== person.passkey.id)
    for (const { id } of others) expect((await remove(id)()).status).toBe(204)
    await expectRefusal(stage.server, 'credential.last', 409, remove(person.passkey.id))
  })

  test('cannot register a passkey that answers another question or belongs elsewhere', async () => {
    const person = officer()
    await signIn(person)
    const options = await person.client.call('passkeyOptions', { body: { label: 'red key' } })
    const fresh = () => softPasskey(stage.server.origin)
    const ask = (response: ReturnType<ReturnType<typeof fresh>['create']>) => () =>
      person.client.ask('addCredential', {
        body: { label: 'red key', response, wrappedSecret: newPasskey(person, person.passkey, options).wrappedSecret },
      })
    for (const [, overrides] of elsewhere) {
      await expectRefusal(stage.server, 'passkey.unfit', 400, ask(fresh().create(options, overrides)))
    }
    const { challenge } = await person.client.call('signInOptions')
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask(fresh().create({ challenge })))
    const theirs = await stage.office.chief.client.call('passkeyOptions', { body: { label: 'not mine' } })
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask(fresh().create(theirs)))
  })

  test('replaces the recovery kit by one that was tried; the old one is worth nothing', async () => {
    const person = await join(stage.office, 'investigator', 'Emre Salo')
    await admit(stage.office, person)
    await signIn(person)
    const kit = generateKit(random)
    const body = await newKit(person, kit)
    await expectRefusal(stage.server, 'kit.refused', 401, () =>
      person.client.ask('replaceKit', { body: { ...body, signature: flipped(body.signature) } }),
    )
    expect((await person.client.ask('replaceKit', { body: await newKit(person, kit) })).status).toBe(204)
    const proof = await newKit(person, person.kit)
    const { wrappedSecret: _, ...old } = proof
    await expectRefusal(stage.server, 'kit.refused', 401, () => person.client.ask('signInByKit', { body: old }))
  })
})
