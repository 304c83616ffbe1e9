import { expect, test } from 'vitest'
import { type EvidenceFile, fileFields, filesIn } from '../../src/domain/files.ts'
import { stepOf } from '../../src/domain/steps.ts'

const hash = 'h'.repeat(43)
const key = 'k'.repeat(43)
const file = (name: string): EvidenceFile => ({ hash, key, size: 70_000, name, type: 'image/jpeg', cleaned: 'gps' })

test('files are read from a body as their author wrote them, beside the words', () => {
  const files = Array.from({ length: 32 }, (_, place) => file(`photo ${place}.jpg`))
  const body = { type: 'message', text: 'See the photos.', ...fileFields(files) }
  expect(filesIn(body)).toEqual(files)
  expect(stepOf(body)).toEqual({ type: 'message', text: 'See the photos.' })
})

test('a file shows the act that its author named, and none where that is no name of an act', () => {
  const shown = (act: unknown) => filesIn({ 'file.1': JSON.stringify({ ...file('a.jpg'), act }) })[0]?.act
  expect(filesIn(fileFields([{ ...file('a.jpg'), act: 'act-2' }]))[0]?.act).toBe('act-2')
  for (const act of ['act-0', 'act-1234', 'act-1\n', '<b>', 2, null]) expect(shown(act)).toBeUndefined()
})

test('what only looks like a file is left out and hides none', () => {
  const good = JSON.stringify(file('good.jpg'))
  const spoilt = [
    ...['', 'null', '7', '[]', '{}', '{"hash":', JSON.stringify({ ...file('a'), size: -1 })],
    ...[
      { ...file('a'), key: 'short' },
      { ...file('a'), size: 1.5 },
      { ...file('a'), name: 4 },
    ].map((each) => JSON.stringify(each)),
  ]
  for (const value of spoilt) expect(filesIn({ 'file.1': value, 'file.2': good })).toEqual([file('good.jpg')])
  expect(filesIn({ file: good, 'file.0': good, 'file.100': good, 'file.x': good, 'profile.1': good })).toEqual([])
})
