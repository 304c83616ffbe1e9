import type { ComponentChildren, VNode } from 'preact'
import type { PageContext } from '../page.ts'

/** A margin note: a title over a few sentences, beside the text on wide screens and below it on small ones. */
export const Note = (props: { title: string; children: ComponentChildren }): VNode => (
  <div class="note">
    <h2>{props.title}</h2>
    {props.children}
  </div>
)

/** A margin note that opens on demand: why a question is asked. */
export const Why = (props: { context: PageContext; children: ComponentChildren; title?: string }): VNode => (
  <details class="note">
    <summary>{props.title ?? props.context.t('page.why')}</summary>
    {props.children}
  </details>
)

/** The margin column: beside the text on wide screens, between its two parts on small ones. */
export const Margin = (props: { children: ComponentChildren; label: string }): VNode => (
  <aside class="margin noprint" aria-label={props.label}>
    {props.children}
  </aside>
)

/** A short list of sentences. */
export const Sentences = (props: { of: readonly string[] }): VNode => (
  <ul>
    {props.of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
)
