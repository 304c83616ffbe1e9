import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h } from '../ui/dom.ts'
import type { Problem } from './errors.ts'
import type { ShownKey } from './key-sheet.ts'

/** Three words of the key that are asked back. */
export interface Proof {
  /** What is not as it was shown; none when the paper is right. */
  readonly problems: () => Problem[]
}

const ASKED = 3

/** Asks for three words of the key, each time others. */
export const askProof = (t: ReporterTranslate, key: ShownKey): Proof => {
  const positions = pickPositions(key.words.length)
  const inputs = positions.map((position) => {
    const input = h('input', {
      class: 'in',
      id: `proof-${position}`,
      type: 'text',
      dir: 'auto',
      autocapitalize: 'none',
      autocomplete: 'off',
      spellcheck: 'false',
    })
    return { position, input }
  })
  byId('proof-words').replaceChildren(
    ...inputs.map(({ position, input }) =>
      h('label', { class: 'w12' }, h('span', { class: 'label' }, t('key.proof.word', { number: position })), input),
    ),
  )
  return {
    problems: () =>
      inputs
        .filter(({ position, input }) => !fits(key, position, input.value))
        .map(({ position, input }) => ({ words: [t('key.proof.wrong', { number: position })], input: input.id })),
  }
}

/** Three different positions, counted from 1, in their order. */
const pickPositions = (of: number): number[] => {
  const chosen = new Set<number>()
  while (chosen.size < ASKED) {
    // 252 is the largest multiple of 12 in a byte: above it some positions would come more often.
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < 256 - (256 % of)) chosen.add((byte % of) + 1)
  }
  return [...chosen].toSorted((a, b) => a - b)
}

const fits = (key: ShownKey, position: number, typed: string): boolean => {
  const said = fold(typed)
  return said !== '' && [key.words[position - 1], key.digits[position - 1]].some((part) => fold(part ?? '') === said)
}

/** Capital letters, accents, spaces and the script of digits do not matter. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\s-]/gu, '')
    .toLowerCase()
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
