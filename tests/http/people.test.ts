import { expect, test } from 'vitest'
import { countersign, officerKeys, proveJoin, signMark, signStatement } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { equal, utf8 } from '../../crypto/wire/bytes.ts'
import { decodeJoin } from '../../crypto/wire/join.ts'
import type { Payloads } from '../../crypto/wire/payloads.ts'
import type { StatementKind } from '../../crypto/wire/statement.ts'
import type { SignedStatement } from '../../src/contract/directory.ts'
import { createClient } from '../support/client.ts'
import {
  admit,
  description,
  foundingBody,
  handInNewKeys,
  join,
  rekey,
  state,
  statementJson,
  textsHash,
} from '../support/office.ts'
import { enrol, joinBody, newKit, type Officer, random, signIn } from '../support/officers.ts'
import { act, message, open, report } from '../support/reporters.ts'
import { flipped } from '../support/tamper.ts'
import { expectRefusal, onBoth, type Stage } from './both.ts'

/** The next statement, signed but not sent. */
async function signed<Kind extends StatementKind>(
  { office }: Stage,
  kind: Kind,
  payload: Payloads[Kind],
  signer: Officer = office.chief,
  day?: number,
) {
  return signStatement(await office.directory(), day ?? (await office.today()), kind, payload, signer.keys)
}

const describing = (changes: object = {}): Payloads['describe'] => ({
  description: utf8(JSON.stringify({ ...description, ...changes })),
})

onBoth('in the office', (stage) => {
  const chiefClient = () => stage.office.chief.client
  const append = (body: SignedStatement, by: Officer = stage.office.chief) => by.client.ask('appendStatement', { body })

  test('nobody founds a second office, by the old token or without a right one', async () => {
    const { body } = await foundingBody(stage.server).catch(() => ({ body: null }))
    expect(body).toBeNull()
    const stranger = createClient(stage.server.origin)
    const options = await stranger.ask('passkeyOptions', { body: { token: stage.server.foundingToken, label: 'Me' } })
    expect(options.code).toBe('invitation.invalid')
  })

  test('one chief alone gives nobody new keys, whatever the page asks', async () => {
    const [chief, idris] = stage.office.people
    if (!chief || !idris) throw new Error('The office is not staffed')
    const body = { role: 'officer', member: toBase64url(idris.memberId) } as const
    await expectRefusal(stage.server, 'directory.one_chief', 409, () => chiefClient().ask('invite', { body }))
    const { fingerprint } = await stage.office.directory()
    const person = { memberId: idris.memberId, role: 'officer', clearance: 1, label: idris.label } as const
    const { join: bytes, proof } = proveJoin(person, await officerKeys(random(32)), fingerprint)
    const statement = statementJson(await signed(stage, 'rekey', { join: decodeJoin(bytes), proof }))
    await expectRefusal(stage.server, 'directory.one_chief', 409, () => append(statement))
  })

  test('anybody sees who founded it, and that it is a rehearsal', async () => {
    const { founded, open, fingerprint } = await createClient(stage.server.origin).call('officeState')
    const directory = await stage.office.directory()
    expect([founded, open, fingerprint]).toEqual([true, false, toBase64url(directory.fingerprint)])
    expect(directory.members.map(({ role }) => role)).toEqual([
      'chief',
      'officer',
      'substitute',
      'alternate',
      'investigator',
    ])
  })

  test('somebody who joined has no rights before a chief admits them', async () => {
    const person = await join(stage.office, 'officer', 'Lena Brandt')
    const options = await person.client.call('signInOptions')
    const response = person.passkey.get(options)
    await expectRefusal(stage.server, 'member.not_admitted', 403, () =>
      person.client.ask('signInByPasskey', { body: { response } }),
    )
    await admit(stage.office, person)
    expect((await signIn(person)).memberId).toBe(toBase64url(person.memberId))
    expect((await person.client.ask('listJoining')).code).toBe('session.not_allowed')
  })

  test('an invitation is for one person, one role and this office', async () => {
    const { token } = await chiefClient().call('invite', { body: { role: 'alternate' } })
    const { fingerprint } = await stage.office.directory()
    const make = async (role: 'alternate' | 'chief') => enrol(stage.server.origin, token, role, 'Ola Reyes')
    const ask = async (
      { officer, enrolment }: Awaited<ReturnType<typeof make>>,
      changes: object = {},
      print = fingerprint,
    ) => officer.client.ask('join', { body: { ...(await joinBody(officer, enrolment, token, print)), ...changes } })

    const greedy = await make('chief')
    await expectRefusal(stage.server, 'directory.wrong_role', 400, () => ask(greedy))
    const elsewhere = await make('alternate')
    await expectRefusal(stage.server, 'directory.bad_proof', 400, () => ask(elsewhere, {}, random(32)))
    await expectRefusal(stage.server, 'invitation.invalid', 403, () =>
      ask(elsewhere, { token: toBase64url(random(16)) }),
    )
    const person = await make('alternate')
    expect((await ask(person)).status).toBe(204)
    await expectRefusal(stage.server, 'invitation.invalid', 403, () => ask(person))

    const { joining } = await chiefClient().call('listJoining')
    expect(joining.map(({ memberId }) => memberId)).toContain(toBase64url(person.officer.memberId))
    const path = { member: toBase64url(person.officer.memberId) }
    expect((await chiefClient().ask('refuseJoining', { path })).status).toBe(204)
    await expectRefusal(stage.server, 'joining.not_found', 404, () => chiefClient().ask('refuseJoining', { path }))
  })

  test('an invitation that was withdrawn opens nothing', async () => {
    const { id, token } = await chiefClient().call('invite', { body: { role: 'officer' } })
    const { invitations } = await chiefClient().call('listInvitations')
    expect(invitations.map((each) => each.id)).toContain(id)
    expect(JSON.stringify(invitations)).not.toContain(token)
    expect((await chiefClient().ask('withdrawInvitation', { path: { id } })).status).toBe(204)
    await expectRefusal(stage.server, 'invitation.not_found', 404, () =>
      chiefClient().ask('withdrawInvitation', { path: { id } }),
    )
    const options = await createClient(stage.server.origin).ask('passkeyOptions', { body: { token, label: 'Me' } })
    expect(options.code).toBe('invitation.invalid')
  })

  test('only a chief states, about what is, as of today, in good form', async () => {
    const [, officer] = stage.office.people
    if (!officer) throw new Error('The office is empty')
    await signIn(officer)
    const good = statementJson(await signed(stage, 'describe', describing()))
    const wrong: readonly [string, number, SignedStatement, Officer?][] = [
      ['session.not_allowed', 403, good, officer],
      ['directory.wrong_signers', 403, statementJson(await signed(stage, 'describe', describing(), officer)), officer],
      [
        'directory.bad_signature',
        400,
        {
          ...good,
          signatures: good.signatures.map(({ signer, signature }) => ({ signer, signature: flipped(signature) })),
        },
      ],
      ['directory.malformed', 400, { ...good, statement: toBase64url(fromBase64url(good.statement).slice(0, -3)) }],
      [
        'directory.bad_description',
        400,
        statementJson(await signed(stage, 'describe', describing({ timeZone: 'Mars/North' }))),
      ],
      [
        'directory.wrong_day',
        409,
        statementJson(
          await signed(stage, 'describe', describing(), stage.office.chief, 1 + (await stage.office.today())),
        ),
      ],
      [
        'directory.wrong_service_key',
        400,
        statementJson(await signed(stage, 'service-key', { serviceKey: random(32) })),
      ],
      ['directory.unknown_member', 409, statementJson(await signed(stage, 'retire', { memberId: random(16) }))],
      [
        'directory.last_chief',
        409,
        statementJson(await signed(stage, 'retire', { memberId: stage.office.chief.memberId })),
      ],
    ]
    for (const [code, status, body, by] of wrong)
      await expectRefusal(stage.server, code, status, () => append(body, by))
    expect((await append(good)).status).toBe(201)
    await expectRefusal(stage.server, 'directory.head_moved', 409, () => append(good))
  })

  test('whoever is given another role or is retired is signed out at once', async () => {
    const person = await join(stage.office, 'officer', 'Sami Okoro')
    await admit(stage.office, person)
    await signIn(person)
    await state(stage.office, 'change', {
      memberId: person.memberId,
      role: 'investigator',
      clearance: 1,
      label: person.label,
    })
    expect((await person.client.ask('readSession')).code).toBe('session.required')
    await signIn(person)
    expect((await person.client.call('readSession')).role).toBe('investigator')
    await state(stage.office, 'retire', { memberId: person.memberId })
    expect((await person.client.ask('readSession')).code).toBe('session.required')
    const response = person.passkey.get(await person.client.call('signInOptions'))
    expect((await person.client.ask('signInByPasskey', { body: { response } })).code).toBe('passkey.refused')
  })

  test('whoever signs in marks the directory that they saw', async () => {
    const { chief } = stage.office
    const { head } = await stage.office.directory()
    const today = await stage.office.today()
    const mark = signMark(head, today, chief.keys)
    const { day } = await chief.client.call('officeState')
    const body = { head: toBase64url(mark.head), day, signature: toBase64url(mark.signature) }
    expect((await chief.client.ask('mark', { body })).status).toBe(204)
    const { marks } = await createClient(stage.server.origin).call('readDirectory')
    expect(marks).toContainEqual({ ...body, signer: toBase64url(chief.keys.signing.publicKey) })
    const ask = (changes: object) => () => chief.client.ask('mark', { body: { ...body, ...changes } })
    await expectRefusal(stage.server, 'mark.bad_signature', 400, ask({ signature: flipped(body.signature) }))
    await expectRefusal(stage.server, 'directory.head_moved', 409, ask({ head: toBase64url(random(32)) }))
    await expectRefusal(stage.server, 'directory.wrong_day', 409, ask({ day: '2020-01-01' }))
  })

  test('the office does not open before its check-list is met, and opening wipes the rehearsal', async () => {
    const reporter = await report(stage.office)
    const late = await join(stage.office, 'officer', 'Ada Nwosu')
    await admit(stage.office, late)
    await signIn(late)
    await late.client.call('readSession')
    const texts = await textsHash()
    const wrongPlace = statementJson(await signed(stage, 'describe', describing()))
    await expectRefusal(stage.server, 'directory.wrong_kind', 400, () =>
      chiefClient().ask('openOffice', { body: wrongPlace }),
    )
    // Somebody without a spare key stands in the way.
    await state(stage.office, 'retire', { memberId: stage.office.people[2]?.memberId ?? random(16) })
    const early = statementJson(await signed(stage, 'open', { texts }))
    await expectRefusal(stage.server, 'office.checklist', 409, () => chiefClient().ask('openOffice', { body: early }))
    const missing = (await chiefClient().call('readSession')).checklist.filter(({ have, needed }) => have < needed)
    expect(missing.map(({ point }) => point)).toEqual(['substitute'])

    await admit(stage.office, await join(stage.office, 'substitute', 'Rui Castell'))
    await state(stage.office, 'open', { texts })
    expect((await chiefClient().call('officeState')).open).toBe(true)
    expect((await chiefClient().call('listCases')).cases).toEqual([])
    expect(await stage.server.dump()).not.toContain(
      Buffer.from(reporter.address.slice(0, 16)).toString('hex').toUpperCase(),
    )
    const again = statementJson(await signed(stage, 'open', { texts }))
    await expectRefusal(stage.server, 'office.already_open', 409, () => append(again))
  })

  test('once there are two chiefs, both must sign: what one has signed waits for the other', async () => {
    const second = await join(stage.office, 'chief', 'Petra Holm')
    await admit(stage.office, second)
    await signIn(second)
    const statement = await signed(stage, 'describe', describing({ contacts: { en: 'Room 14' } }))
    const { status, answer } = await append(statementJson(statement))
    expect([status, answer.applied]).toEqual([202, false])
    const { proposals } = await second.client.call('listProposals')
    expect(proposals.map(({ hash }) => hash)).toEqual([answer.hash])

    const { signer, signature } = countersign(fromBase64url(proposals[0]?.statement ?? ''), second.keys)
    const body = { signer: toBase64url(signer), signature: toBase64url(signature) }
    const path = { hash: answer.hash }
    const sign =
      (by: Officer, changes: object = {}, where = path) =>
      () =>
        by.client.ask('signProposal', { path: where, body: { ...body, ...changes } })
    await expectRefusal(stage.server, 'session.not_allowed', 403, sign(stage.office.chief))
    await expectRefusal(
      stage.server,
      'directory.bad_signature',
      400,
      sign(second, { signature: flipped(body.signature) }),
    )
    await expectRefusal(stage.server, 'proposal.not_found', 404, sign(second, {}, { hash: toBase64url(random(32)) }))
    const stood = await sign(second)()
    expect([stood.status, stood.answer.applied]).toEqual([201, true])
    expect((await second.client.call('listProposals')).proposals).toEqual([])

    const dropped = await append(statementJson(await signed(stage, 'describe', describing())))
    const drop = () => second.client.ask('dropProposal', { path: { hash: dropped.answer.hash } })
    expect((await drop()).status).toBe(204)
    await expectRefusal(stage.server, 'proposal.not_found', 404, drop)
    const both = await signed(stage, 'describe', describing())
    const signatures = [...both.signatures, countersign(both.statement, second.keys)]
    expect((await append(statementJson({ ...both, signatures }))).status).toBe(201)
  })

  test('who lost every key gets new ones, which open nothing before the chiefs have signed, and then all of it', async () => {
    const { office } = stage
    const [, lost] = office.people
    const second = office.people.at(-1)
    if (!lost || second?.role !== 'chief') throw new Error('The office is not staffed')
    await signIn(lost)
    const reporter = await report(office)
    const body = { role: 'alternate', member: toBase64url(lost.memberId) } as const
    await expectRefusal(stage.server, 'directory.wrong_role', 400, () => chiefClient().ask('invite', { body }))
    const stranger = { role: 'officer', member: toBase64url(random(16)) } as const
    await expectRefusal(stage.server, 'directory.not_in_standing', 409, () =>
      chiefClient().ask('invite', { body: stranger }),
    )

    const { token, member } = await chiefClient().call('invite', { body: { ...body, role: 'officer' } })
    expect(member).toBe(toBase64url(lost.memberId))
    const renamed = await enrol(stage.server.origin, token, 'officer', 'Somebody Else')
    const { fingerprint } = await office.directory()
    await expectRefusal(stage.server, 'directory.wrong_role', 400, async () =>
      renamed.officer.client.ask('join', {
        body: await joinBody(renamed.officer, renamed.enrolment, token, fingerprint),
      }),
    )

    const renewed = await handInNewKeys(office, lost)
    expect(renewed.memberId).toEqual(lost.memberId)
    const comeIn = async ({ client, passkey }: Officer) =>
      client.ask('signInByPasskey', { body: { response: passkey.get(await client.call('signInOptions')) } })
    expect((await comeIn(renewed)).code).toBe('member.not_admitted')
    expect((await comeIn(lost)).code).toBeNull()

    await rekey(office, renewed, office.chief, second)
    expect((await lost.client.ask('readSession')).code).toBe('session.required')
    expect((await comeIn(lost)).code).toBe('passkey.refused')
    await signIn(renewed)
    expect((await open(renewed, reporter.address)).entries.map(({ body: said }) => said)).toEqual([null, null])
    await act(office.chief, reporter.address, message('We have read it.'))
    const words = (await open(renewed, reporter.address)).entries.map(({ body: said }) => said?.type)
    expect(words).toEqual(expect.arrayContaining(['report', 'message']))
    expect((await chiefClient().call('listJoining')).joining.map(({ memberId }) => memberId)).not.toContain(member)
  })

  /** Whoever may invite could hand in what was compared already, with a passkey and a kit of their own beside it. */
  async function expectNoCopy({ memberId, label, role, keys }: Officer) {
    const { joining } = await chiefClient().call('listJoining')
    const copied = joining.find((row) => equal(decodeJoin(fromBase64url(row.join)).signingKey, keys.signing.publicKey))
    if (!copied) throw new Error('The new keys do not wait')
    const { token } = await chiefClient().call('invite', { body: { role, member: toBase64url(memberId) } })
    const { officer, enrolment } = await enrol(stage.server.origin, token, role, label)
    const { fingerprint } = await stage.office.directory()
    const own = await joinBody(officer, enrolment, token, fingerprint)
    const copy = { ...own, join: copied.join, proof: copied.proof }
    await expectRefusal(stage.server, 'directory.bad_proof', 400, () => officer.client.ask('join', { body: copy }))
    const twice = await joinBody({ ...officer, keys }, enrolment, token, fingerprint)
    expect((await officer.client.ask('join', { body: twice })).code).toBe('joining.taken')
  }

  test('of exactly two chiefs, one alone cannot give the other new keys, nor can the new keys sign for themselves', async () => {
    const { office } = stage
    const second = office.people.at(-1)
    if (second?.role !== 'chief') throw new Error('There is one chief')
    const renewed = await handInNewKeys(office, second)
    expect((await rekey(office, renewed)).applied).toBe(false)
    await expectNoCopy(renewed)
    await expect(rekey(office, renewed, office.chief, renewed)).rejects.toThrow('directory.wrong_signers')
    await expect(signIn(renewed)).rejects.toThrow('member.not_admitted')
  })

  test('a kit that was not tried is not taken', async () => {
    const { token } = await chiefClient().call('invite', { body: { role: 'investigator' } })
    const { officer, enrolment } = await enrol(stage.server.origin, token, 'investigator', 'Jo Amsel')
    const { fingerprint } = await stage.office.directory()
    const kit = await newKit(officer, officer.kit)
    const ask = (changes: object) => async () =>
      officer.client.ask('join', {
        body: await joinBody(officer, { ...enrolment, kit: { ...kit, ...changes } }, token, fingerprint),
      })
    await expectRefusal(stage.server, 'kit.refused', 401, ask({ signature: flipped(kit.signature) }))
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask({ challenge: flipped(kit.challenge, 50) }))
  })
})
