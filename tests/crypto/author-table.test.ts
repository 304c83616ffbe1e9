import { beforeAll, describe, expect, it } from 'vitest'
import {
  applyEntry,
  type CaseState,
  type Kind,
  type Lane,
  RuleBroken,
  type SealMode,
  WireError,
} from '../../crypto/wire/index.ts'
import { aCase, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { forge } from './support/forge.ts'
import { anOffice, type Office } from './support/office.ts'

const kinds: Kind[] = ['entry', 'grant', 'remove', 'rekey', 'identity-opened', 'release', 'close', 'destroy']
const lanes: Lane[] = ['shared', 'office', 'identity']
const modes: (SealMode | null)[] = [null, 'new-key', 'more-readers', 'new-shares']

/** Chief, Bo and Dee read the case, Cem is excluded, Ida was never let in, Ret is retired, and somebody is a stranger. */
const authors = ['Reporter', 'Chief', 'Bo', 'Dee', 'Cem', 'Ida', 'Ret', 'Stranger']
const named = [[], ['Chief'], ['Bo'], ['Cem'], ['Ida'], ['Ret'], ['Dee'], ['Bo', 'Chief']]

const setting = async (): Promise<{ office: Office; journey: Journey }> => {
  const office = await anOffice({ Bo: 'officer', Cem: 'officer', Dee: 'officer', Ida: 'investigator', Ret: 'officer' })
  await office.retire('Ret')
  return { office, journey: await aCase(office, { excluded: ['Cem'] }) }
}

/** Everything that anybody may do in a case, of all that they could try. */
function allowed({ office, journey }: { office: Office; journey: Journey }): string[] {
  const state: CaseState = journey.service.state
  const tried = authors.flatMap((author) =>
    kinds.flatMap((kind) =>
      lanes.flatMap((lane) =>
        modes.flatMap((mode) =>
          named.map((names) => ({
            author,
            kind,
            lane,
            mode,
            names,
            text: [author, kind, lane, mode ?? '-', ...names].join(' '),
          })),
        ),
      ),
    ),
  )
  expect(tried).toHaveLength(8 * 8 * 3 * 4 * 8)
  return tried
    .filter(({ author, names, ...attempt }) => {
      const key = author === 'Stranger' ? dice('stranger')(32) : journey.keysOf(author).signing.publicKey
      const members = names.map((name) => office.person(name).id)
      const byReporter = author === 'Reporter'
      const entry = forge({ ...attempt, author: key, members, byReporter }, state, office.directory, journey.day)
      try {
        applyEntry(state, entry, office.directory)
        return true
      } catch (error) {
        if (error instanceof RuleBroken) return false
        // With no lane to follow, some attempts do not even link.
        if (error instanceof WireError && error.code.startsWith('chain.')) return false
        throw error
      }
    })
    .map(({ text }) => text)
}

/** What officers who read a case may always do in the shared lane. */
const readersMay = (name: string): string[] => [
  `${name} entry shared -`,
  `${name} grant shared more-readers Ida`,
  `${name} identity-opened shared -`,
  `${name} close shared -`,
  `${name} remove shared - ${name}`,
]

describe('the author table', () => {
  let at: Awaited<ReturnType<typeof setting>>
  beforeAll(async () => {
    at = await setting()
  })

  it('lets the reporter and the readers do these things in a new case, and nobody anything else', () => {
    expect(allowed(at).sort()).toEqual(
      [
        'Reporter entry shared -',
        'Reporter entry identity -',
        ...['Ida', 'Cem'].map((name) => `Reporter grant shared more-readers ${name}`),
        ...['Chief', 'Bo', 'Dee', 'Bo Chief'].map((names) => `Reporter remove shared new-key ${names}`),
        ...['Bo', 'Dee'].map((name) => `Chief remove shared new-key ${name}`),
        ...['Chief', 'Bo', 'Dee'].flatMap(readersMay),
        ...['Chief', 'Bo', 'Dee'].map((name) => `${name} entry office new-key`),
      ].sort(),
    )
  })

  it('lets the readers write in their own lane once it has begun', async () => {
    await at.journey.does('Bo', say('A note.', 'office'))
    const office = allowed(at).filter((text) => text.includes(' office '))
    expect(office).toEqual(['Chief entry office -', 'Bo entry office -', 'Dee entry office -'])
  })

  it('lets nothing but new keys follow when somebody has left', async () => {
    await at.journey.does('Dee', { act: 'remove', members: [at.office.person('Dee').id], body: {} })
    expect(allowed(at).sort()).toEqual(
      [
        'Reporter remove shared new-key Chief',
        'Reporter remove shared new-key Bo',
        'Chief remove shared new-key Bo',
        'Reporter rekey shared new-key',
        'Chief rekey shared new-key',
        'Bo rekey shared new-key',
        'Chief rekey office new-key',
        'Bo rekey office new-key',
        'Reporter rekey identity new-key',
        'Chief rekey identity new-shares',
        'Bo rekey identity new-shares',
      ].sort(),
    )
  })

  it('lets any reader remove somebody who was retired, and until then nobody write', async () => {
    const other = await setting()
    await other.office.retire('Dee')
    expect(
      allowed(other)
        .filter((text) => !text.includes('rekey'))
        .sort(),
    ).toEqual(
      [
        'Reporter remove shared new-key Chief',
        'Reporter remove shared new-key Bo',
        'Reporter remove shared new-key Dee',
        'Chief remove shared new-key Bo',
        'Chief remove shared new-key Dee',
        'Bo remove shared new-key Dee',
      ].sort(),
    )
  })

  it('lets the readers bring their own lane after a grant by the reporter', async () => {
    const other = await setting()
    await other.journey.does('Bo', say('A note.', 'office'))
    await other.journey.does('Reporter', { act: 'grant', members: [other.office.person('Ida').id], body: {} })
    expect(allowed(other).filter((text) => /office|^Ida/.test(text))).toEqual([
      'Chief grant office more-readers Ida',
      'Bo grant office more-readers Ida',
      'Dee grant office more-readers Ida',
      'Ida entry shared -',
      'Ida remove shared - Ida',
      'Ida identity-opened shared -',
      'Ida close shared -',
    ])
  })

  it('lets nobody close a case that is closed, and everybody go on', async () => {
    const other = await setting()
    await other.journey.does('Bo', { act: 'close', body: {} })
    expect(allowed(other).filter((text) => text.includes('close'))).toEqual([
      'Chief close shared -',
      'Dee close shared -',
    ])
    await other.journey.does('Dee', { act: 'close', body: {} })
    expect(allowed(other).filter((text) => text.includes('close'))).toEqual([])
    expect(allowed(other)).toContain('Reporter entry shared -')
  })
})
