import type { JSX, VNode } from 'preact'

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'type' | 'class'>

/** What a page or a form mainly does. The script finds it by its id, `data-act` or `data-open`. */
export const MainButton = (props: ButtonProps): VNode => <button type="button" class="btn" {...props} />

/** What can be done besides: it looks like a link, and is a button since it leads to no address. */
export const LinkButton = (props: ButtonProps): VNode => <button type="button" class="link" {...props} />
