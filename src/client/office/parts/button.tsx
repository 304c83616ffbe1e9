import type { ComponentChildren, VNode } from 'preact'

interface ButtonProps {
  readonly children: ComponentChildren
  readonly onClick?: () => void
  /** Submits the form around it, as Enter does. */
  readonly submit?: boolean
  /** The quieter look, for what is not the main thing to do. */
  readonly two?: boolean
  readonly busy?: boolean
  /** Why it cannot be pressed now. It stays readable and reachable, and says why. */
  readonly not?: string | undefined
  readonly label?: string
}

/** A button. One that cannot be pressed says why inside itself. */
export const Button = ({ children, onClick, submit, two, busy, not, label }: ButtonProps): VNode => {
  const off = busy || not !== undefined
  const press = (event: Event): void => {
    if (off) event.preventDefault()
    else onClick?.()
  }
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={two ? 'btn two' : 'btn'}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={label}
      onClick={press}
    >
      {not === undefined ? (
        children
      ) : (
        <span>
          {children}
          <small>{not}</small>
        </span>
      )}
    </button>
  )
}
