import type { VNode } from 'preact'
import { useId, useRef } from 'preact/hooks'

/** One thing to choose, with a line of explanation. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string | undefined
}

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly of: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * One of several, as radio buttons. They have no `name`, like every input here, so the browser does not know them as a
 * group: one of them is in the tab order, and the arrow keys move between them.
 */
export const Choices = <Value extends string>({ legend, of, value, onChange }: ChoicesProps<Value>): VNode => {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const chosen = Math.max(
    0,
    of.findIndex((choice) => choice.value === value),
  )
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (chosen + step + of.length) % of.length
    const choice = of[next]
    if (choice) onChange(choice.value)
    group.current?.querySelectorAll('input')[next]?.focus()
  }
  return (
    <div ref={group} class="choices" role="radiogroup" aria-labelledby={id} onKeyDown={move}>
      <p id={id} class="label">
        {legend}
      </p>
      {of.map((choice, index) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            checked={choice.value === value}
            tabIndex={index === chosen ? 0 : -1}
            aria-setsize={of.length}
            aria-posinset={index + 1}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.note && <small>{choice.note}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}
