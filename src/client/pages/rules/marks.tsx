import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { PROVENANCES } from './basis.tsx'
import { Part } from './part.tsx'

/** What the three marks mean, said once. */
export const Marks = ({ context }: { context: PageContext }): VNode => (
  <Part context={context} name="marks">
    <ul class="ruled">
      {PROVENANCES.map((provenance) => (
        <li key={provenance}>
          <p class={`basis ${provenance}`}>
            <b>{context.t(`rules.mark.${provenance}`)}</b>
          </p>
          <p>{context.t(`rules.mark.${provenance}.means`)}</p>
        </li>
      ))}
    </ul>
  </Part>
)
