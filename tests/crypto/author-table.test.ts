import { beforeAll, describe, expect, it } from 'vitest'
import type { Named } from '../../crypto/case/draft.ts'
import type { PublicKeys } from '../../crypto/index.ts'
import {
  applyEntry,
  type Bytes,
  type CaseState,
  type Kind,
  type Lane,
  nothing,
  RuleBroken,
  type SealMode,
  WireError,
} from '../../crypto/wire/index.ts'
import { releaseEntries } from '../../src/service/release-entries.ts'
import { aCase, aFurtherKey, type Journey, say, servicePen } from './support/case.ts'
import { dice } from './support/dice.ts'
import { forge } from './support/forge.ts'
import { anOffice, type Office } from './support/office.ts'

const kinds: Kind[] = ['entry', 'grant', 'remove', 'rekey', 'identity-opened', 'release', 'close', 'destroy']
const keyKinds: Kind[] = ['represent', 'readmit', 'end-key']
const lanes: Lane[] = ['shared', 'office', 'identity']
const modes: (SealMode | null)[] = [null, 'new-key', 'more-readers', 'new-shares']

/** Chief, Bo and Dee read the case, Cem is excluded, Ida was never let in, Ret is retired, Sub is held back, somebody is a stranger. */
const authors = ['Reporter', 'Chief', 'Bo', 'Dee', 'Cem', 'Ida', 'Ret', 'Sub', 'Service', 'Stranger']
const named = [[], ['Chief'], ['Bo'], ['Cem'], ['Ida'], ['Ret'], ['Dee'], ['Bo', 'Chief'], ['Sub']]

interface Setting {
  readonly office: Office
  readonly journey: Journey
}

const setting = async (): Promise<Setting> => {
  const readers = { Bo: 'officer', Cem: 'officer', Dee: 'officer' } as const
  const office = await anOffice({ ...readers, Ida: 'investigator', Ret: 'officer', Sub: 'substitute' })
  await office.retire('Ret')
  return { office, journey: await aCase(office, { excluded: ['Cem'] }) }
}

/** What somebody tries: who, what, where, how, naming whom or which keys. */
interface Tries {
  readonly authors: readonly string[]
  readonly kinds: readonly Kind[]
  readonly named: readonly (readonly string[])[]
  readonly keys?: Readonly<Record<string, Named>>
}

const everything: Tries = { authors, kinds: [...kinds, ...keyKinds], named }

/** Everything that anybody may do in a case, of all that they could try. */
function allowed({ office, journey }: Setting, day = journey.day, tries = everything): string[] {
  const state: CaseState = journey.service.state
  const { keys = {} } = tries
  const tried = tries.authors.flatMap((author) =>
    tries.kinds.flatMap((kind) =>
      lanes.flatMap((lane) =>
        modes.flatMap((mode) =>
          [
            ...tries.named.map((names) => ({ names, key: '' })),
            ...Object.keys(keys).map((key) => ({ names: [], key })),
          ].map(({ names, key }) => ({
            ...{ author, kind, lane, mode, names, keys: keys[key] },
            text: [author, kind, lane, mode ?? '-', ...names, key].join(' ').trim(),
          })),
        ),
      ),
    ),
  )
  const choices = tries.named.length + Object.keys(keys).length
  expect(tried).toHaveLength(tries.authors.length * tries.kinds.length * 3 * 4 * choices)
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

  describe('with further keys', () => {
    let helped: Setting
    let keys: Record<string, Named>
    const names = { authors: ['Reporter', 'Lea', 'Amina', 'Chief', 'Bo', 'Cem', 'Ida', 'Service', 'Stranger'] }
    const tries = (more: Partial<Tries>): Tries => ({ ...names, kinds: [...kinds, ...keyKinds], named: [[]], ...more })

    beforeAll(async () => {
      helped = await setting()
      const { journey } = helped
      const [lea, amina, mo] = await Promise.all(['Lea', 'Amina', 'Mo'].map((name) => aFurtherKey(journey, name)))
      await journey.does('Reporter', { act: 'represent', key: lea as PublicKeys, body: {} })
      await journey.does('Chief', { act: 'readmit', key: amina as PublicKeys, body: {} })
      await journey.does('Bo', { act: 'readmit', key: amina as PublicKeys, body: {} })
      await journey.does('Dee', { act: 'readmit', key: mo as PublicKeys, body: {} })
      const named = (name: string): Named => {
        const { signing, sealing } = journey.keysOf(name)
        return { key: signing.publicKey, sealingKey: sealing.publicKey, sealingKeyId: sealing.id }
      }
      const bare = (name: string) => ({ ...named(name), sealingKey: nothing, sealingKeyId: nothing })
      keys = {
        ...{ 'of Mo': named('Mo'), 'of Lea': named('Lea'), 'of Amina': named('Amina'), 'of Bo': named('Bo') },
        ...{ 'only Mo': bare('Mo'), 'only Lea': bare('Lea'), 'only Amina': bare('Amina') },
      }
    })

    it('lets their holders write in the shared lane, and whoever was readmitted end a representative', () => {
      expect(allowed(helped, undefined, tries({ authors: ['Lea', 'Amina'], named, keys }))).toEqual([
        'Lea entry shared -',
        'Amina entry shared -',
        'Amina end-key shared new-key only Lea',
      ])
    })

    it('lets the reporter bring and end them, two different officers readmit, and nobody else touch them', () => {
      const others = allowed(helped, undefined, tries({ keys })).filter((text) => / (of|only) /.test(text))
      expect(others.sort()).toEqual(
        [
          'Reporter represent shared more-readers of Mo',
          'Reporter rekey shared new-key of Mo',
          'Reporter end-key shared new-key only Lea',
          'Reporter end-key shared new-key only Amina',
          'Amina end-key shared new-key only Lea',
          // Dee signed for Mo's key before: these are second signatures.
          'Chief readmit shared more-readers of Mo',
          'Bo readmit shared more-readers of Mo',
        ].sort(),
      )
    })

    it('lets an officer sign first where nobody signed for the key before', async () => {
      const { journey } = helped
      const other = await aFurtherKey(journey, 'Other')
      await journey.does('Chief', { act: 'readmit', key: other, body: {} })
      const text = allowed(helped, undefined, tries({ kinds: ['readmit'], keys }))
      expect(text).toEqual(['Chief readmit shared - of Mo', 'Bo readmit shared - of Mo'])
    })

    it('lets a further key renew the shared lane alone when somebody has retired, and no officer take the case over', async () => {
      const other = await setting()
      const lea = await aFurtherKey(other.journey, 'Lea')
      await other.journey.does('Reporter', { act: 'represent', key: lea, body: {} })
      await other.office.retire('Dee')
      const mine = allowed(other, undefined, tries({ authors: ['Reporter', 'Lea', 'Chief', 'Bo'], named, keys }))
      expect(mine.filter((text) => text.startsWith('Lea'))).toEqual([
        'Lea remove shared new-key Dee',
        'Lea rekey shared new-key',
      ])
      expect(mine.filter((text) => text.includes('rekey') && text.endsWith(' of Mo'))).toEqual([
        'Reporter rekey shared new-key of Mo',
      ])
    })
  })
})
