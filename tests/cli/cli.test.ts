import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCaseKey, reporterKeys } from '../../crypto/index.ts'
import { decodeEnvelope, decodeHeader, fingerprintDigits } from '../../crypto/wire/index.ts'
import { projectRoot } from '../../src/build/root.ts'
import { dayNumber, dayOf } from '../../src/domain/days.ts'
import { createClient } from '../support/client.ts'
import { known } from '../support/evidence/exif.ts'
import { pdfWith } from '../support/evidence/pdfs.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { firstEvidence } from '../support/files.ts'
import { admit, join as joinOffice, type Office, staffedOffice } from '../support/office.ts'
import { act, message, newReporter, open, sealFile } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

/** The command line as people run it: a process of its own, in a folder of its own, against the service. */
let server: Server
let office: Office
let digits: string
let folder: string
beforeAll(async () => {
  server = await startNode()
  office = await staffedOffice(server)
  digits = fingerprintDigits((await office.directory()).fingerprint).join(' ')
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-cli-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.stop()
})

const cli = async (args: readonly string[], typed = '') => {
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), ...args], { cwd: folder })
  child.stdin.end(typed)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exit: await ended, out, err }
}

const list = ['--directory', 'list.json'] as const
const story = 'Stamps are bought twice.\nZoë saw it.'

/** The words of a report that was locked, as they stand on the screen. */
const wordsIn = (out: string): string =>
  [...out.matchAll(/^ +\d+ {2}(\S+) +\d{5}$/gm)].map(([, word]) => word).join(' ')

test('somebody fetches the directory, locks a report elsewhere, hands it in, and it is a case as any other', async () => {
  const fetched = await cli(['directory', '--from', server.origin, '--out', 'list.json'])
  expect(fetched).toMatchObject({ exit: 0, err: '', out: expect.stringContaining(digits) })

  const order = [
    'seal',
    ...list,
    '--fingerprint',
    digits,
    '--language',
    'fr',
    '--out',
    'report.bin',
    '--words-anywhere',
  ]
  const sealed = await cli(order, story)
  expect(sealed).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('Marika Osei') })
  const words = wordsIn(sealed.out)
  const key = parseCaseKey(words)
  if (!key.ok) throw new Error(`these words are no key: ${words}`)
  const file = readFileSync(join(folder, 'report.bin'))
  expect(statSync(join(folder, 'report.bin')).mode & 0o777).toBe(0o600)
  for (const secret of [key.key, Buffer.from(words), Buffer.from('Stamps')]) expect(file.includes(secret)).toBe(false)

  const handed = await cli(['hand-in', 'report.bin', '--to', `${server.origin}/en/`])
  expect(handed).toMatchObject({ exit: 0, err: '' })
  expect(await cli(['hand-in', 'report.bin', '--to', server.origin])).toEqual(handed)

  const keys = await reporterKeys(key.key)
  const reporter = { client: createClient(server.origin), keys, caseKey: key.key, address: keys.address }
  const opened = await open(reporter, keys.address)
  const [first] = opened.entries
  expect(first?.body).toMatchObject({ type: 'report', kind: 'report', mode: 'anonymous', language: 'fr', story })
  expect(handed.out).toContain(
    Buffer.from(first?.hash ?? [])
      .toString('hex')
      .slice(0, 4)
      .toUpperCase(),
  )
  await act(office.chief, keys.address, message('We have it.'))
  expect((await open(reporter, keys.address)).entries.at(-1)?.body?.text).toBe('We have it.')
})

/** Locks words and files into a file of this name. */
const lockWith = (out: string, ...files: string[]) =>
  cli(['seal', ...list, '--fingerprint', digits, '--out', out, '--words-anywhere', ...files], story)

test('a photograph and a PDF go along without what they tell of their maker, and the office gets them as any others', async () => {
  writeFileSync(join(folder, 'IMG_0417.jpg'), photograph())
  writeFileSync(join(folder, 'contract.pdf'), pdfWith({ trailer: '/Info << /Author (Zsofia Kerek) >>' }))
  writeFileSync(join(folder, 'table.xyz'), Uint8Array.of(1, 2, 3))
  const unknown = await lockWith('with.bin', '--file', 'IMG_0417.jpg', '--file', 'table.xyz')
  expect(unknown).toMatchObject({ exit: 3, out: '', err: expect.stringMatching(/^table\.xyz: nobody.*--as-it-is/) })
  const sealed = await lockWith(
    ...(['with.bin', '--file', 'IMG_0417.jpg', '--file', 'contract.pdf', '--as-it-is', 'table.xyz'] as const),
  )
  expect(sealed).toMatchObject({ exit: 0, err: '' })
  expect(sealed.out).toMatch(/IMG_0417\.jpg:\n {2}taken out: .*where it was made \(46\.225/)
  expect(sealed.out).toMatch(/contract\.pdf:\n {2}taken out: names \(Zsofia Kerek\)/)
  expect(sealed.out).toMatch(/table\.xyz:\n {2}nobody can look/)
  expect(await cli(['hand-in', 'with.bin', '--to', server.origin])).toMatchObject({ exit: 0 })
  const key = parseCaseKey(wordsIn(sealed.out))
  if (!key.ok) throw new Error('these words are no key')
  const { address } = await reporterKeys(key.key)
  const evidence = await firstEvidence(office.chief, address)
  expect(evidence.map(({ name }) => name)).toEqual(['IMG_0417.jpg', 'contract.pdf', 'table.xyz'])
  for (const { bytes } of evidence) {
    const text = Buffer.from(bytes).toString('latin1')
    for (const secret of [known.owner, known.serial, 'Zsofia']) expect(text).not.toContain(secret)
  }
  expect(evidence[1]?.cleaned).toBe('cleaned removed:person')
  expect(evidence[2]).toMatchObject({ cleaned: 'unknown', bytes: Uint8Array.of(1, 2, 3) })
})

test('more than may travel along is refused with the limit, and so is a file that is not there', async () => {
  writeFileSync(join(folder, 'long.txt'), 'a'.repeat(7 * 2 ** 20))
  const heavy = await lockWith('heavy.bin', '--file', 'long.txt', '--file', 'long.txt')
  expect(heavy).toMatchObject({ exit: 3, out: '', err: expect.stringContaining('12 MiB together, and these weigh 14') })
  expect(await lockWith('heavy.bin', '--file', 'missing.jpg')).toMatchObject({
    exit: 3,
    err: expect.stringContaining('ENOENT'),
  })
  // Holes, which take no room on the disk: so much could not even be sealed.
  writeFileSync(join(folder, 'film.mkv'), '')
  truncateSync(join(folder, 'film.mkv'), 2 ** 30 + 1)
  expect(await lockWith('heavy.bin', '--as-it-is', 'film.mkv')).toMatchObject({
    ...{ exit: 3, out: '' },
    err: expect.stringMatching(/^film\.mkv has more than 12 MiB\. What is left out can follow/),
  })
  expect(() => statSync(join(folder, 'heavy.bin'))).toThrow()
})

test('whom somebody excludes by name does not read it', async () => {
  writeFileSync(join(folder, 'words.txt'), story)
  const order = [
    'seal',
    ...list,
    '--fingerprint',
    digits,
    '--text',
    'words.txt',
    '--out',
    'without.bin',
    '--words-anywhere',
  ]
  const sealed = await cli([...order, '--exclude', 'Marika Osei'])
  expect(sealed).toMatchObject({ exit: 0, out: expect.stringContaining('Left out: Marika Osei.') })
  expect(sealed.out).toMatch(/read by: (?!.*Marika Osei)/)
  const nobody = await cli([...order, '--exclude', 'Nobody Known'])
  expect(nobody).toMatchObject({ exit: 2, err: expect.stringContaining('Marika Osei') })
})

test('somebody reads of a rehearsal and of an old list, leaves out all of one name, and no name steers the terminal', async () => {
  for (const label of ['Sam Twice', 'Sam Twice', 'Eve\u001b[2J'])
    await admit(office, await joinOffice(office, 'officer', label))
  expect(await cli(['directory', '--from', server.origin, '--out', 'named.json'])).toMatchObject({
    exit: 0,
    out: expect.stringContaining('This is a rehearsal'),
  })
  const answer = JSON.parse(readFileSync(join(folder, 'named.json'), 'utf8'))
  const day = dayOf(dayNumber(answer.day) - 70)
  writeFileSync(join(folder, 'aged.json'), JSON.stringify({ ...answer, day }))
  const order = ['seal', '--fingerprint', digits, '--words-anywhere', '--exclude', 'Sam Twice']
  const sealed = await cli([...order, '--directory', 'aged.json', '--out', 'aged.bin'], story)
  expect(sealed).toMatchObject({ exit: 0, err: '' })
  expect(sealed.out).toMatch(/read by: (?!.*Sam Twice)/)
  for (const words of ['all 2 people', 'This is a rehearsal', 'is 70 days old', 'Eve\ufffd[2J'])
    expect(sealed.out).toContain(words)
  expect(sealed.out).not.toContain('\u001b')
  // A clock that went back cannot make a file older than the list that it is locked by.
  const later = dayNumber(answer.day) + 3
  writeFileSync(join(folder, 'later.json'), JSON.stringify({ ...answer, day: dayOf(later) }))
  await cli([...order, '--directory', 'later.json', '--out', 'later.bin'], story)
  const { entries } = await decodeEnvelope(new Uint8Array(readFileSync(join(folder, 'later.bin'))))
  expect(decodeHeader(entries[0].header).day).toBe(later)
})

test('nothing is locked for another office, by a directory that was altered, or over a file that is there', async () => {
  const order = (list: string, number: string, out: string) => [
    ...['seal', '--directory', list, '--fingerprint', number, '--out', out, '--words-anywhere'],
  ]
  const other = digits.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
  expect(await cli(order('list.json', other, 'no.bin'), story)).toMatchObject({ exit: 3, out: '' })
  expect(await cli(order('list.json', '1234', 'no.bin'), story)).toMatchObject({ exit: 2, out: '' })
  const answer = JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'))
  writeFileSync(join(folder, 'short.json'), JSON.stringify({ ...answer, statements: answer.statements.slice(1) }))
  expect(await cli(order('short.json', digits, 'no.bin'), story)).toMatchObject({ exit: 3, out: '' })
  writeFileSync(join(folder, 'photo.json'), 'no directory')
  expect(await cli(order('photo.json', digits, 'no.bin'), story)).toMatchObject({ exit: 3, out: '' })
  expect(await cli(order('list.json', digits, 'list.json'), story)).toMatchObject({ exit: 3, out: '' })
  expect(await cli(order('list.json', digits, 'no.bin'), ' \n')).toMatchObject({ exit: 3, out: '' })
  expect(await cli(order('list.json', digits, 'no.bin'), 'a'.repeat(300_000))).toMatchObject({ exit: 3, out: '' })
  expect(() => statSync(join(folder, 'no.bin'))).toThrow()
})

test('the words are not written where no terminal is, unless somebody says so', async () => {
  const { exit, out, err } = await cli(['seal', ...list, '--fingerprint', digits, '--out', 'quiet.bin'], story)
  expect({ exit, out, err }).toEqual({ exit: 2, out: '', err: expect.stringContaining('--words-anywhere') })
  expect(() => statSync(join(folder, 'quiet.bin'))).toThrow()
})

test('whoever hands in a file that is refused, or reaches nobody, reads why and no more', async () => {
  const reporter = await newReporter(server.origin)
  const today = dayNumber((await reporter.client.call('officeState')).day)
  writeFileSync(join(folder, 'old.bin'), await sealFile(reporter, { day: today - 91 }))
  const cases: readonly (readonly [args: string[], exit: number, words: string])[] = [
    [['hand-in', 'old.bin', '--to', server.origin], 5, '90 days'],
    [['hand-in', 'list.json', '--to', server.origin], 5, 'not a locked file'],
    [['hand-in', 'missing.bin', '--to', server.origin], 3, 'ENOENT'],
    [['hand-in', 'old.bin', '--to', 'ftp://office.example'], 2, 'not an address'],
    [['hand-in', 'old.bin', '--to', 'http://localhost:1'], 4, 'cannot be reached'],
    [['hand-in', '--to', server.origin], 2, 'Which file'],
    [['directory', '--from', server.origin], 2, '--out'],
    [['directory', '--from', server.origin, '--into', 'x'], 2, 'option'],
    [['burn'], 2, 'no command burn'],
  ]
  for (const [args, exit, words] of cases) {
    const ended = await cli(args)
    expect([args, ended]).toEqual([args, { exit, out: '', err: expect.stringContaining(words) }])
    expect(ended.err).not.toMatch(/\bat .*\.ts/)
  }
  expect(await cli(['--help'])).toMatchObject({ exit: 0, out: expect.stringContaining('goodfaith seal') })
})
