import { describe, expect, test } from 'vitest'
import type { Chosen } from '../../src/client/files/chosen.ts'
import { hintsInFiles } from '../../src/client/reporter/evidence/file-hints.ts'
import { hintsIn } from '../../src/client/reporter/hints.ts'

const reasons = (text: string, names: string[] = []): string[] => hintsIn(text, 'en', names).map(({ reason }) => reason)

describe('a sentence that could point at its author', () => {
  test.each([
    ['Only I have the key to the archive.', 'only'],
    ['Je suis la seule à avoir accès aux archives.', 'only'],
    ['Write to anna.k@example.org.', 'address'],
    ['My staff number is 4471 9920.', 'number'],
    ['He came in at 14:35 that day.', 'time'],
    ['Soy la única que tiene la llave del archivo.', 'only'],
    ['Ese día no había nadie más en el pasillo.', 'only'],
    ['كنت وحدي في المكتب عندما وقّع.', 'only'],
    ['كنت بمفردي في الأرشيف.', 'only'],
    ['دخل في الساعة الثانية والنصف.', 'time'],
    ['She called at 9 pm.', 'time'],
    ['He came in at 9.40 that day.', 'time'],
    ['Il est entré à 9h40.', 'time'],
    ['Nous nous sommes vus à 9 h.', 'time'],
    ['Me llamó a las 9.40.', 'time'],
    ['It was half past eight.', 'time'],
    ['We met at nine o’clock.', 'time'],
    ['We are a team of two.', 'only'],
    ['It was just me and Paul.', 'only'],
    ['Only Paul and I had seen it.', 'only'],
    ['C’est une équipe de deux personnes.', 'only'],
    ['Solo Pablo y yo lo sabíamos.', 'only'],
    ['نحن فريق من شخصين.', 'only'],
    ['Only two of us were there.', 'only'],
    ['ونحن الاثنان فقط نعرف.', 'only'],
    ['وصل بالساعة الثالثة.', 'time'],
    ['أنا وبول فقط رأينا الملف.', 'only'],
    ['J’étais seul dans le bureau.', 'only'],
  ])('is noticed: %s', (text, reason) => {
    expect(reasons(text)).toEqual([reason])
  })

  test('is noticed when it holds a part of the name that was given, accents aside', () => {
    expect(reasons('Zoe told me to sign.', ['Zoé Marchand'])).toEqual(['name'])
    expect(reasons('The zoning plan was changed.', ['Zoé Marchand'])).toEqual([])
  })

  test('is shown alone, not with the whole story', () => {
    const [hint] = hintsIn('The contract was split. Nobody else knew of it. It went on for years.', 'en', [])
    expect(hint?.sentence).toBe('Nobody else knew of it.')
  })

  test.each([
    ['Es la situación de siempre: solo dicen que no hay dinero.'],
    ['قال المدير إن العقد قُسم إلى جزأين.'],
    ['تحدث عن العقد، وحديثه كان طويلًا.'],
    ['Il a été seulement payé en retard.'],
    ['The 12 panels were bought in 3 amounts.'],
    ['Version 2.10 was signed, at 10 per cent.'],
    ['Only two invoices were paid.'],
    ['The price stood at 45. It fell later.'],
    ['Only the director and the auditor signed; it was just a meeting.'],
  ])('is not suspected in: %s', (text) => {
    expect(reasons(text)).toEqual([])
  })

  test('is not suspected everywhere', () => {
    expect(reasons('The head of section split the contract in March 2026 so that nobody had to approve it.')).toEqual(
      [],
    )
  })
})

describe('a file that could point at who sends it', () => {
  const file = (name: string, remains: Exclude<Chosen['looked'], string | null>['remains'] = []): Chosen => ({
    ...{ id: 1, name, file: new Blob(), asItIs: true },
    looked: { outcome: 'cleaned', blob: null, removed: [{ kind: 'person', value: 'Zoé Marchand' }], remains },
  })
  const found = (chosen: Chosen) =>
    hintsInFiles([chosen], ['Zoé Marchand']).map(({ reason, found: words }) => [reason, words])

  test.each(['contract-zoe.pdf', 'MARCHAND_2026.pdf', 'ZoeMarchandNotes.docx', 'zoé 1.jpg'])(
    'is noticed when its own name holds theirs: %s',
    (name) => {
      expect(found(file(name))).toEqual([['file-name', name]])
    },
  )

  test('is noticed when their name is still inside, whatever part of the file says it', () => {
    const inside = file('scan.pdf', [
      { kind: 'person', value: 'A. Clerk' },
      { kind: 'path', value: 'C:\\Users\\zoe\\scan.pdf' },
    ])
    expect(found(inside)).toEqual([['file-inside', 'C:\\Users\\zoe\\scan.pdf']])
  })

  test('is noticed when it still names an author, and not for what was taken out', () => {
    expect(found(file('scan.pdf', [{ kind: 'person', value: 'A. Clerk' }]))).toEqual([['file-author', 'A. Clerk']])
    expect(found(file('zoning.pdf'))).toEqual([])
  })
})
