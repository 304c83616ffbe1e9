import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'

/** Where each need leads. The number after # chooses on the report's page; it says nothing to whoever reads a history. */
const LEADS = {
  report: { path: 'report', hash: '' },
  protection: { path: 'request', hash: '' },
  advice: { path: 'report', hash: '#n=3' },
  return: { path: 'case', hash: '' },
} as const

/** Ways to the pages for these needs. The script gives them the number of a poster to take along. */
export const NeedRows = ({ context, of }: { context: PageContext; of: readonly (keyof typeof LEADS)[] }): VNode => (
  <ul class="rows">
    {of.map((need) => (
      <li key={need}>
        <a href={href(context, LEADS[need].path) + LEADS[need].hash}>
          <b>{context.t(`start.need.${need}`)}</b>
          <span>{context.t(`start.need.${need}.small`)}</span>
          <Draw of={icons.arrow} />
        </a>
      </li>
    ))}
  </ul>
)
