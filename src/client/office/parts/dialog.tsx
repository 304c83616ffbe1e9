import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

/**
 * A question that stands in front of everything else. The browser keeps the focus inside and gives it back afterwards;
 * Escape is the same as the way out.
 */
export const Dialog = (props: { title: string; onClose: () => void; children: ComponentChildren }): VNode => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  const close = (event: Event): void => {
    event.preventDefault()
    props.onClose()
  }
  return (
    <dialog ref={dialog} class="ask stack" aria-labelledby={id} onCancel={close}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </dialog>
  )
}
