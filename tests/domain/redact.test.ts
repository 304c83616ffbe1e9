import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { block, redact, type Span, spansOfWords, widened, wordsLeft } from '../../src/domain/redact.ts'

const story =
  'Rosa Lind told the audit. On 4 May the director moved Rosa  Lind. ROSA LIND wrote back to Lind’s director.'

/** The first place of a passage. */
const at = (text: string, passage: string): Span => {
  const from = text.indexOf(passage)
  return { from, to: from + passage.length }
}

describe('a copy with passages taken out', () => {
  it('holds nothing of a passage, wherever it stands and however it is spaced or written', () => {
    expect(redact(story, [at(story, 'Rosa Lind')])).toBe(
      `${block} told the audit. On 4 May the director moved ${block}. ${block} wrote back to Lind’s director.`,
    )
  })

  it('shows the same block for a letter and for a sentence', () => {
    expect(redact('A', [{ from: 0, to: 1 }])).toBe(block)
    expect(redact(story, [{ from: 0, to: story.length }])).toBe(block)
  })

  it('takes whole words where the selection cuts them, and no spaces beside them', () => {
    expect(redact(story, [at(story, 'irecto')])).not.toMatch(/director/)
    expect(redact(story, [at(story, ' audit')])).toContain(`the ${block}. On`)
  })

  it('makes one block of passages that follow each other, so that their number tells nothing', () => {
    expect(redact(story, [at(story, 'Rosa'), at(story, 'Lind')])).toContain(`${block} told the audit`)
  })

  it('names the words that still stand elsewhere, and takes them out when asked', () => {
    const marked = [at(story, 'Lind’s director')]
    expect(wordsLeft(story, marked)).toEqual(['director'])
    const all = [...marked, ...spansOfWords(story, ['director'])]
    expect(wordsLeft(story, all)).toEqual([])
    expect(redact(story, all)).not.toMatch(/director/i)
  })

  it('takes signs as they are, not as patterns', () => {
    const text = 'Paid (50.00) twice, and 50x00 once.'
    expect(redact(text, [at(text, '(50.00)')])).toBe(`Paid ${block} twice, and 50x00 once.`)
  })

  it('holds no marked passage of any text', () => {
    const texts = fc.array(fc.constantFrom('Ana', 'ana', 'Bo', 'été', '審査', '.', ' ', '\n', '(', 'x'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (parts, a, b) => {
        const text = parts.join('')
        const span = { from: Math.min(a, b, text.length), to: Math.min(Math.max(a, b), text.length) }
        const { from, to } = widened(text, span)
        const passage = text.slice(from, to)
        expect(passage !== '' && redact(text, [span]).includes(passage)).toBe(false)
      }),
    )
  })
})
