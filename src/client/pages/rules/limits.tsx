import type { VNode } from 'preact'
import { askedFor } from '../../../domain/pack/lookups.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { citations, citeWords } from '../parts/sources.ts'
import { Line } from './line.tsx'
import { Part } from './part.tsx'

/** What forbids a step: the sentence that is shown, and the way out. */
export const Guards = ({ context }: { context: PageContext }): VNode => {
  const { rules, language } = context
  return (
    <Part context={context} name="guards">
      <ul class="ruled">
        {rules.pack.guards.map((guard) => (
          <Line key={guard.id} context={context} kind="guards" line={guard}>
            <p>{inTongue(guard.exit, language)}</p>
          </Line>
        ))}
      </ul>
    </Part>
  )
}

/** What can be asked about a matter, and why: the categories that turn on it, and where the rules say so. */
export const Elements = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  return (
    <Part context={context} name="elements">
      <ul class="ruled">
        {rules.pack.elements.map((element) => {
          const categories = askedFor(rules.pack, element.id)
          return (
            <Line key={element.id} context={context} kind="elements" line={element}>
              {categories.length > 0 && (
                <p class="facts">
                  {t('rules.elements.for')}{' '}
                  {categories.map(({ id, label }, index) => (
                    <>
                      {index > 0 && ', '}
                      <a href={`#${anchorOf('categories', id)}`}>{inTongue(label, language)}</a>
                    </>
                  ))}
                  .{' '}
                  {citations(categories)
                    .map((source) => citeWords(context, source))
                    .join(' · ')}
                  .
                </p>
              )}
            </Line>
          )
        })}
      </ul>
    </Part>
  )
}

/** The days on which the headquarters does not work, which the clocks skip or roll over. */
export const Holidays = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  return (
    <Part context={context} name="holidays">
      <ul class="days-off">
        {rules.pack.holidays.map(({ id, label }) => (
          <li key={id} id={anchorOf('holidays', id)}>
            {t.day(id)}: {inTongue(label, language)}
          </li>
        ))}
      </ul>
    </Part>
  )
}
