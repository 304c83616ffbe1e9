import { beforeAll, describe, expect, it } from 'vitest'
import {
  encodePublicKeys,
  officerKeys,
  openCase,
  openDraft,
  openInboxLine,
  openingStream,
  openLetter,
  openVisit,
  parseCaseKey,
  publicKeysOf,
  ready,
  reporterKeys,
  verifyBySodium,
} from '../../crypto/index.ts'
import {
  type AcceptedEntry,
  carriedFiles,
  checkMark,
  checkSummary,
  type Directory,
  decodeEnvelope,
  decodeHeader,
  decodeHeld,
  decodeSeals,
  decodeSignedStatement,
  decodeStream,
  encodeSeal,
  fingerprintDigits,
  foldDirectory,
  fromBase64url,
  fromUtf8,
  toBase64url,
  verifyByWebCrypto,
  verifyEntry,
} from '../../crypto/wire/index.ts'
import frozen from '../vectors/protocol-v1.json' with { type: 'json' }
import { protocolVectors } from '../vectors/protocol-vectors.ts'
import { identity, report, summary } from './support/case.ts'
import { dice } from './support/dice.ts'
import { today } from './support/office.ts'

beforeAll(ready)

const statements = frozen.directory.statements.map((text) => decodeSignedStatement(fromBase64url(text)))
const entries: AcceptedEntry[] = frozen.case.entries.flatMap((text) => decodeStream(fromBase64url(text)))

describe('a letter that an earlier release sealed', () => {
  it('opens by its words', async () => {
    const key = parseCaseKey(frozen.letter.words.join(' '))
    if (!key.ok) throw new Error('the words are no key')
    const letter = await openLetter(fromBase64url(frozen.letter.container), key.key)
    expect(letter).toMatchObject({ sender: 'Chief', day: today, checked: true })
    expect(fromUtf8(letter.text)).toBe('Please keep the two apart.')
  })
})

describe('a file that an earlier release sealed without a connection', () => {
  it('is read, for its office and under its case key', async () => {
    const envelope = await decodeEnvelope(fromBase64url(frozen.envelope.file))
    expect(fingerprintDigits(envelope.fingerprint).join(' ')).toBe(frozen.directory.fingerprint)
    const { header } = await verifyEntry(envelope.entries[0])
    const { address } = await reporterKeys(fromBase64url(frozen.envelope.caseKey))
    expect(header).toMatchObject({ case: address, day: today, remind: 0, release: 0 })
  })

  it('is read with the files that it brings, which open by their keys', async () => {
    const { entries: sent, files } = await decodeEnvelope(fromBase64url(frozen.envelopeWithFiles.file))
    const { header } = await verifyEntry(sent[0])
    const [file] = await carriedFiles(files, header.files)
    const stream = openingStream(fromBase64url(frozen.envelopeWithFiles.fileKey), { size: 17, chunks: 1 })
    expect(fromUtf8(stream(file?.parts[0]?.bytes ?? files))).toBe('A list of stamps.')
  })
})

describe('the frozen vectors', () => {
  it('are what this version makes of the same randomness, to the byte', async () => {
    expect(await protocolVectors()).toEqual(frozen)
  })
})

for (const [name, verify] of [
  ['WebCrypto', verifyByWebCrypto],
  ['libsodium', verifyBySodium],
] as const) {
  describe(`what an earlier release signed, checked by ${name}`, () => {
    let directory: Directory
    beforeAll(async () => {
      directory = await foldDirectory(statements, { verify })
    })

    it('is an office under its fingerprint', () => {
      expect(fingerprintDigits(directory.fingerprint).join(' ')).toBe(frozen.directory.fingerprint)
      expect(directory.head).toEqual(fromBase64url(frozen.directory.head))
      expect(directory.members.map(({ label }) => label)).toEqual(['Chief', 'Bo', 'Ida', 'Sub'])
    })

    it('is a mark of the chief over its head', async () => {
      const signer = directory.members[0]?.signingKey as Uint8Array<ArrayBuffer>
      const mark = { head: directory.head, day: today, signer, signature: fromBase64url(frozen.directory.mark) }
      await expect(checkMark(mark, directory, verify)).resolves.toBeUndefined()
    })

    it('are entries of every kind, and a summary over the newest shared one', async () => {
      const verified = await Promise.all(entries.map((entry) => verifyEntry(entry, verify)))
      const kinds = new Set(verified.map(({ header }) => header.kind))
      expect([...kinds].sort()).toEqual([
        ...['close', 'end-key', 'entry', 'grant', 'identity-opened'],
        ...['readmit', 'rekey', 'release', 'remove', 'represent'],
      ])
      const modes = new Set(verified.map(({ seals }) => seals?.mode))
      expect([...modes].sort()).toEqual(['more-readers', 'new-key', 'new-shares', undefined])
      const newest = verified.findLast(({ header }) => header.lane === 'shared')
      if (!newest) throw new Error('a shared entry is missing')
      await expect(checkSummary(fromBase64url(frozen.case.summary), newest, verify)).resolves.toBeDefined()
    })
  })
}

describe('what an earlier release sealed', () => {
  it('opens with the key that replaced the first', async () => {
    const directory = await foldDirectory(statements)
    const keys = await reporterKeys(fromBase64url(frozen.case.secondKey))
    const opened = await openCase(keys, { directory, entries })
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(opened.entries[0]?.body).toEqual(report)
    expect(opened.entries.find(({ lane }) => lane === 'identity')?.body).toEqual(identity)
  })

  it('opens to somebody who was readmitted, but for who the reporter is', async () => {
    const directory = await foldDirectory(statements)
    const keys = await reporterKeys(fromBase64url(frozen.case.readmittedKey))
    expect(toBase64url(encodePublicKeys(publicKeysOf(keys)))).toBe(frozen.case.readmittedLine)
    const opened = await openCase(keys, { directory, entries })
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(opened.entries[0]?.body).toEqual(report)
    expect(opened.entries.find(({ lane }) => lane === 'identity')?.body).toBeNull()
    expect(opened.entries.flatMap(({ further }) => further?.standing ?? [])).toEqual(['readmitted', 'readmitted'])
  })

  it('opens to the substitute for whom it was held back', async () => {
    const directory = await foldDirectory(statements)
    const random = dice('person Sub')
    random(16)
    const opened = await openCase(await officerKeys(random(32)), { directory, entries })
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(opened.entries[0]?.body).toEqual(report)
    expect(opened.entries.find(({ lane }) => lane === 'office')?.body?.text).toBe('A note.')
    const held = Object.values(frozen.case.held).map(fromBase64url).flatMap(decodeHeld)
    const released = entries.filter(({ header }) => decodeHeader(header).kind === 'release')
    expect(released.flatMap(({ seals }) => decodeSeals(seals)?.seals ?? [])).toEqual(held)
  })

  it('is the mark of a visit that the same key opens', () => {
    const { day, number, cell } = frozen.visit
    expect(openVisit(fromBase64url(cell), fromBase64url(frozen.keys.caseKey))).toEqual({ day, number })
  })

  it('opens as a draft that was never sent', () => {
    const { key, text, file } = frozen.draft
    expect(openDraft(fromBase64url(file), fromBase64url(key))).toBe(text)
  })

  it('opens in the inbox of an officer', async () => {
    const keys = await officerKeys(chiefSecret())
    const verified = await Promise.all(entries.map((entry) => verifyEntry(entry)))
    const mine = verified
      .filter(({ header }) => header.lane === 'shared')
      .flatMap(({ seals }) => seals?.seals ?? [])
      .findLast(({ reader }) => Buffer.from(reader).equals(keys.sealing.id))
    if (!mine) throw new Error('the seal is missing')
    const address = verified[0]?.header.case as Uint8Array<ArrayBuffer>
    const line = { case: address, seal: encodeSeal(mine), summary: fromBase64url(frozen.case.summary) }
    expect(openInboxLine(keys, line)).toEqual(summary)
  })
})

/** The secret that the invented chief drew after the member id. */
function chiefSecret() {
  const random = dice('person Chief')
  random(16)
  return random(32)
}
