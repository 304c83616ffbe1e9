import type { VNode } from 'preact'
import { useId } from 'preact/hooks'

interface SelectProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly of: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of many, as a list that opens. */
export const Select = ({ label, hint, value, of, onChange }: SelectProps): VNode => {
  const id = useId()
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        class="in"
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {of.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
