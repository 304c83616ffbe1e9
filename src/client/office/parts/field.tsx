import type { VNode } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Rows of a longer text; without it one line. */
  readonly rows?: number
  readonly lang?: string
  readonly maxLength?: number
  /** A day, `YYYY-MM-DD`, chosen as the browser offers it. */
  readonly date?: boolean
  readonly inputMode?: 'numeric'
  readonly class?: string
}

/** A labelled input, with its hint and its error tied to it. No input has a name: nothing here can be sent by a form. */
export const Field = (props: FieldProps): VNode => {
  const id = useId()
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  const shared = {
    id,
    value: props.value,
    class: `in${props.error ? ' bad' : ''}${props.class ? ` ${props.class}` : ''}`,
    lang: props.lang,
    dir: 'auto' as const,
    maxLength: props.maxLength,
    inputMode: props.inputMode,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      props.onInput(currentTarget.value),
  }
  return (
    <div class={props.error ? 'field wrong' : 'field'}>
      <label class="label" for={id}>
        {props.label}
      </label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="err" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      {props.rows !== undefined && <textarea rows={props.rows} {...shared} />}
      {props.date && <input type="date" {...shared} />}
      {props.rows === undefined && !props.date && <input type="text" {...shared} />}
    </div>
  )
}
