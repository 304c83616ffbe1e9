import { beforeAll, describe, expect, it } from 'vitest'
import {
  applyEntry,
  type Bytes,
  type CaseState,
  type Kind,
  type Lane,
  RuleBroken,
  type SealMode,
  WireError,
} from '../../crypto/wire/index.ts'
import { releaseEntries } from '../../src/service/release-entries.ts'
import { aCase, type Journey, say, servicePen } from './support/case.ts'
import { dice } from './support/dice.ts'
import { forge } from './support/forge.ts'
import { anOffice, type Office } from './support/office.ts'

const kinds: Kind[] = ['entry', 'grant', 'remove', 'rekey', 'identity-opened', 'release', 'close', 'destroy']
const lanes: Lane[] = ['shared', 'office', 'identity']
const modes: (SealMode | null)[] = [null, 'new-key', 'more-readers', 'new-shares']

/** Chief, Bo and Dee read the case, Cem is excluded, Ida was never let in, Ret is retired, Sub is held back, somebody is a stranger. */
const authors = ['Reporter', 'Chief', 'Bo', 'Dee', 'Cem', 'Ida', 'Ret', 'Sub', 'Service', 'Stranger']
const named = [[], ['Chief'], ['Bo'], ['Cem'], ['Ida'], ['Ret'], ['Dee'], ['Bo', 'Chief'], ['Sub']]

const setting = async (): Promise<{ office: Office; journey: Journey }> => {
  const readers = { Bo: 'officer', Cem: 'officer', Dee: 'officer' } as const
  const office = await anOffice({ ...readers, Ida: 'investigator', Ret: 'officer', Sub: 'substitute' })
  await office.retire('Ret')
  return { office, journey: await aCase(office, { excluded: ['Cem'] }) }
}

/** Everything that anybody may do in a case, of all that they could try. */
function allowed({ office, journey }: { office: Office; journey: Journey }, day = journey.day): string[] {
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
  expect(tried).toHaveLength(10 * 8 * 3 * 4 * 9)
  return tried
    .filter(({ author, names, ...attempt }) => {
      const others: Record<string, Bytes> = { Stranger: dice('stranger')(32), Service: office.service.publicKey }
      const key = others[author] ?? journey.keysOf(author).signing.publicKey
      const members = names.map((name) => office.person(name).id)
      const by = { author: key, byReporter: author === 'Reporter', byService: author === 'Service' }
      const entry = forge({ ...attempt, ...by, members }, state, office.directory, day)
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
  `${name} grant shared more-readers Sub`,
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
        ...['Ida', 'Cem', 'Sub'].map((name) => `Reporter grant shared more-readers ${name}`),
        'Reporter release shared more-readers Sub',
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
      'Ida grant shared more-readers Sub',
      'Ida remove shared - Ida',
      'Ida identity-opened shared -',
      'Ida close shared -',
    ])
  })

  it('lets the service let in whom it holds back once the release day is over, and nobody else on any day', () => {
    const service = (text: string) => text.startsWith('Service')
    const { release } = at.journey.service.state
    expect(allowed(at, release).filter(service)).toEqual([])
    expect(allowed(at, release + 1).filter(service)).toEqual(['Service release shared more-readers Sub'])
  })

  it('lets the service bring the lanes after a release, and no chief put out again whom it let in', async () => {
    const other = await setting()
    await other.journey.does('Bo', say('A note.', 'office'))
    other.journey.day = other.journey.service.state.release + 1
    const { service, day } = other.journey
    const [shared] = await releaseEntries(service.state, service.held, servicePen(other.office, day))
    if (!shared) throw new Error('nothing was released')
    service.state = applyEntry(service.state, shared, other.office.directory)
    expect(allowed(other).filter((text) => /release|remove.*Sub/.test(text))).toEqual([
      'Reporter remove shared new-key Sub',
      'Service release office more-readers Sub',
      'Service release identity more-readers Sub',
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
