import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * The heading of a view. It takes the focus when the view appears, so that a keyboard or a screen reader begins there
 * and not where the view before happened to be left.
 */
export const Heading = (props: { children: ComponentChildren; hidden?: boolean; focus?: boolean }): VNode => {
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = props.focus ?? true
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <h1 ref={heading} tabIndex={-1} class={props.hidden ? 'vh' : undefined}>
      {props.children}
    </h1>
  )
}
