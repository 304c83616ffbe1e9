import type { VNode } from 'preact'
import { Check } from '../parts/check.tsx'

interface SeveralProps {
  readonly legend: string
  readonly of: readonly { readonly id: string; readonly label: string }[]
  /** The chosen ids, with blanks between them. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Any number of lines of the rules; they are sealed as their ids, in the order of the rules. */
export const Several = ({ legend, of, value, onChange }: SeveralProps): VNode => {
  const chosen = new Set(value.split(' '))
  const toggle = (id: string, on: boolean): void =>
    onChange(
      of
        .map((row) => row.id)
        .filter((row) => (row === id ? on : chosen.has(row)))
        .join(' '),
    )
  return (
    <fieldset class="choices">
      <legend class="label">{legend}</legend>
      {of.map(({ id, label }) => (
        <Check key={id} label={label} checked={chosen.has(id)} onChange={(on) => toggle(id, on)} />
      ))}
    </fieldset>
  )
}
