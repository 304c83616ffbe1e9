import { all, h } from '../../ui/dom.ts'
import type { Question, Values } from './question.ts'

/**
 * The inputs of a form. As everywhere on the reporter's side they have no `name`, so that nothing can leave by itself;
 * `data-field` says which question an input answers.
 */
export const fieldOf = (form: string, question: Question): HTMLElement =>
  question.kind === 'one' || question.kind === 'many' ? choices(form, question) : typed(form, question)

const typed = (form: string, { name, kind, label, hint, options = [] }: Question): HTMLElement => {
  const id = `${form}-${name}`
  const shared = {
    ...{ id, class: kind === 'day' ? 'in w12' : 'in', 'data-field': name, autocomplete: 'off' },
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  }
  return h(
    'div',
    { class: 'field' },
    h('label', { class: 'label', for: id }, label),
    ...(hint === undefined ? [] : [h('p', { class: 'hint', id: `${id}-hint` }, hint)]),
    kind === 'text'
      ? h('textarea', { ...shared, rows: 4, dir: 'auto' })
      : kind === 'list'
        ? h('select', shared, ...options.map(({ value, label }) => h('option', { value }, label)))
        : h('input', { ...shared, type: kind === 'day' ? 'date' : 'text', dir: 'auto' }),
  )
}

const choices = (form: string, { name, kind, label, hint, options = [], preset }: Question): HTMLElement => {
  const id = `${form}-${name}`
  const type = kind === 'one' ? 'radio' : 'checkbox'
  return h(
    'fieldset',
    {
      ...{ class: 'field', 'data-choices': id, role: kind === 'one' ? 'radiogroup' : undefined },
      'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    },
    h('legend', { class: 'label' }, label),
    ...(hint === undefined ? [] : [h('p', { class: 'hint', id: `${id}-hint` }, hint)]),
    ...options.map(({ value, label }, index) => {
      const place = kind === 'one' ? { 'aria-posinset': index + 1, 'aria-setsize': options.length } : {}
      const input = { type, id: `${id}-${value}`, value, 'data-field': name, checked: value === preset, ...place }
      return h('label', { class: 'choice' }, h('input', input), h('span', {}, label))
    }),
  )
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The answers as they stand in a form. */
export const valuesIn = (form: HTMLElement): Values => {
  const given = all<Input>('[data-field]', form).flatMap((input): (readonly [string, string])[] => {
    const chosen = !(input instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(input.type) || input.checked
    return chosen ? [[input.dataset.field ?? '', input.value.normalize('NFC').trim()]] : []
  })
  const values = new Map<string, string>()
  for (const [name, value] of given) values.set(name, [values.get(name), value].filter(Boolean).join(' '))
  return Object.fromEntries(values)
}
