import type { ComponentChildren, VNode } from 'preact'

/**
 * The questions' inputs. They have no `name` and stand in forms without an `action`: even a page whose script fails
 * cannot send what was typed. `data-field` says which answer a text gives; a choice says it by its id, which is the field,
 * a hyphen and the code.
 */

/** A line or a few lines of text. */
export const TextField = (props: {
  field: string
  label: string
  hint?: string
  rows?: number
  width?: string
}): VNode => {
  const shared = {
    class: ['in', props.width].filter(Boolean).join(' '),
    id: props.field,
    'data-field': props.field,
    'aria-describedby': props.hint && `${props.field}-hint`,
    autocomplete: 'off',
    dir: 'auto',
  } as const
  return (
    <div class="field">
      <label class="label" for={props.field}>
        {props.label}
      </label>
      {props.hint && (
        <p class="hint" id={`${props.field}-hint`}>
          {props.hint}
        </p>
      )}
      {props.rows ? <textarea {...shared} rows={props.rows} /> : <input {...shared} type="text" />}
    </div>
  )
}

/** A day, by the browser's own means; it can be left empty. */
export const DayField = (props: { field: string; label: string; hint: string }): VNode => (
  <div class="field">
    <label class="label" for={props.field}>
      {props.label}
    </label>
    <p class="hint" id={`${props.field}-hint`}>
      {props.hint}
    </p>
    <input
      class="in w12"
      type="date"
      id={props.field}
      data-field={props.field}
      aria-describedby={`${props.field}-hint`}
      autocomplete="off"
    />
  </div>
)

/** One answer that can be chosen: its stable code, its words, a line below, and what opens under it when chosen. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly small?: string | undefined
  readonly more?: ComponentChildren
}

interface ChoiceProps {
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
  /** The heading of the page asks the same: the label is only spoken. */
  readonly spokenLabel?: boolean
  /** The value that is chosen before anybody answers. */
  readonly preset?: string
}

/** One of several answers. Without a `name` the browser does not know the group: the script keeps it to one. */
export const OneOf = (props: ChoiceProps): VNode => <Choices {...props} type="radio" />

/** Any of several answers. */
export const AnyOf = (props: ChoiceProps): VNode => <Choices {...props} type="checkbox" />

const Choices = (props: ChoiceProps & { type: 'radio' | 'checkbox' }): VNode => (
  <fieldset
    class="field"
    data-choices={props.field}
    role={props.type === 'radio' ? 'radiogroup' : undefined}
    aria-describedby={props.hint && `${props.field}-hint`}
  >
    <legend class={props.spokenLabel ? 'vh' : 'label'}>{props.label}</legend>
    {props.hint && (
      <p class="hint" id={`${props.field}-hint`}>
        {props.hint}
      </p>
    )}
    {props.options.map((option) => (
      <ChoiceRow key={option.value} option={option} props={props} />
    ))}
  </fieldset>
)

const ChoiceRow = ({
  option,
  props,
}: {
  option: Option
  props: ChoiceProps & { type: 'radio' | 'checkbox' }
}): VNode => (
  <>
    <label class="choice">
      <input type={props.type} id={`${props.field}-${option.value}`} checked={option.value === props.preset} />
      <span>
        {option.label}
        {option.small && <small>{option.small}</small>}
      </span>
    </label>
    {option.more && (
      <div class="more" data-more={`${props.field}-${option.value}`} hidden>
        {option.more}
      </div>
    )}
  </>
)
