import { expect, test } from 'vitest'
import { answerWords } from '../../src/client/ui/answer-words.ts'

const t = Object.assign((key: string) => `<${key}>`, { day: (day: string) => day })

test('codes are written in words, several of them one below the other', () => {
  expect(answerWords(t, 'basis', 'saw document')).toBe('<basis.saw>\n<basis.document>')
  expect(answerWords(t, 'ongoing', 'unknown')).toBe('<answer.unknown>')
})

test('an answer that somebody wrote out stays as it was written, even where one of its words is a code', () => {
  expect(answerWords(t, 'basis', 'I saw it')).toBe('I saw it')
  expect(answerWords(t, 'capacity', 'toString')).toBe('toString')
  expect(answerWords(t, 'place', 'other')).toBe('other')
})
