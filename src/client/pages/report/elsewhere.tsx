import type { ComponentProps, VNode } from 'preact'
import { NeedRows } from '../parts/need-rows.tsx'

/** On the first step, the ways to what has a page of its own. Nothing is kept between pages, so it says what is lost. */
export const Elsewhere = (props: ComponentProps<typeof NeedRows>): VNode => (
  <nav aria-labelledby="elsewhere">
    <h2 id="elsewhere">{props.context.t('report.elsewhere.title')}</h2>
    <p class="quiet">{props.context.t('report.elsewhere.text')}</p>
    <NeedRows {...props} />
  </nav>
)
