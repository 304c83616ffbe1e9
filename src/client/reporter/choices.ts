import { all, show } from '../ui/dom.ts'

type Input = HTMLInputElement

/**
 * Makes the choices of a page work. The inputs have no `name`, so that nothing can leave by a form; the browser does not
 * know which radio buttons belong together, and this does: one of a group is chosen, arrows move within it, and what
 * belongs to an answer opens with it.
 */
export const wireChoices = (root: HTMLElement): void => {
  for (const group of all<HTMLFieldSetElement>('fieldset[data-choices]', root)) {
    const inputs = all<Input>('input[type=radio], input[type=checkbox]', group).filter(
      (input) => input.closest('fieldset[data-choices]') === group,
    )
    count(inputs.filter(({ type }) => type === 'radio'))
    const refresh = (): void => refreshGroup(group, inputs)
    group.addEventListener('change', ({ target }) => {
      if (isOneOf(inputs, target)) choose(inputs, target)
      refresh()
    })
    group.addEventListener('keydown', (event) => moveByArrow(inputs, event, refresh))
    refresh()
  }
}

/** Screen readers count the buttons of a group by their `name`, which ours have not. */
const count = (radios: readonly Input[]): void => {
  for (const [index, radio] of radios.entries()) {
    radio.setAttribute('aria-posinset', String(index + 1))
    radio.setAttribute('aria-setsize', String(radios.length))
  }
}

const isOneOf = (inputs: readonly Input[], target: EventTarget | null): target is Input =>
  inputs.includes(target as Input)

const choose = (inputs: readonly Input[], chosen: Input): void => {
  if (chosen.type !== 'radio') return
  for (const input of inputs) input.checked = input === chosen
}

/** Opens what belongs to the chosen answers, and keeps one radio button of the group in the order of Tab. */
const refreshGroup = (group: HTMLFieldSetElement, inputs: readonly Input[]): void => {
  for (const more of all('[data-more]', group)) {
    show(
      more,
      inputs.some(({ id, checked }) => checked && id === more.dataset.more),
    )
  }
  const radios = inputs.filter(({ type }) => type === 'radio')
  const stop = radios.find(({ checked }) => checked) ?? radios[0]
  for (const radio of radios) radio.tabIndex = radio === stop ? 0 : -1
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

const moveByArrow = (inputs: readonly Input[], event: KeyboardEvent, refresh: () => void): void => {
  const from = inputs.indexOf(event.target as Input)
  const step = STEPS[event.key]
  if (step === undefined || inputs[from]?.type !== 'radio') return
  event.preventDefault()
  const sideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft'
  const forward = sideways && document.documentElement.dir === 'rtl' ? -step : step
  const next = inputs[(from + forward + inputs.length) % inputs.length]
  if (next === undefined) return
  choose(inputs, next)
  refresh()
  next.focus()
}
