import type { VNode } from 'preact'
import { useWords } from '../words.ts'
import { scaleMarks } from './strip.ts'

/** The head of the list. */
export const Head = (): VNode => {
  const t = useWords()
  return (
    <thead>
      <tr>
        <th class="title" scope="col">
          {t('inbox.column.case')}
        </th>
        <th scope="col">{t('inbox.column.cut')}</th>
        <th scope="col">{t('inbox.column.owed')}</th>
        <th class="strip" scope="col">
          <span class="vh">{t('inbox.column.strip')}</span>
          <Scale />
        </th>
        <th scope="col">{t('inbox.column.due')}</th>
        <th scope="col">{t('inbox.column.state')}</th>
        <th class="n" scope="col">
          {t('inbox.column.age')}
        </th>
      </tr>
    </thead>
  )
}

/** The scale above the strips. It is turned over with them, but for its words. */
const Scale = (): VNode => {
  const t = useWords()
  return (
    <svg class="scale" viewBox="0 0 280 32" aria-hidden="true">
      <text x="22" y="15" text-anchor="middle">
        {t('inbox.scale.late')}
      </text>
      <path class="k-today" d="M60 20V32" />
      <text x="60" y="15" text-anchor="middle">
        {t('inbox.scale.today')}
      </text>
      {scaleMarks.map(({ days, place }) => (
        <g key={days}>
          <path class="k-grid" d={`M${place} 20V32`} />
          <text x={place} y="15" text-anchor="middle">
            {t.number(days)}
          </text>
        </g>
      ))}
    </svg>
  )
}
