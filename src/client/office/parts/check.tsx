import type { VNode } from 'preact'

/** Something to confirm. */
export const Check = (props: { label: string; checked: boolean; onChange: (checked: boolean) => void }): VNode => (
  <label class="choice">
    <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.currentTarget.checked)} />
    <span>{props.label}</span>
  </label>
)
