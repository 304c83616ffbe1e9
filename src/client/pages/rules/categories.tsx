import type { VNode } from 'preact'
import { receiverOf } from '../../../domain/pack/lookups.ts'
import type { LineOf } from '../../../domain/pack/pack.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Line } from './line.tsx'
import { Part } from './part.tsx'
import { labelsOf, partyWords } from './words.ts'

/** What counts as wrongdoing, group by group: who can commit it, to whom it goes, and to whom if they are involved. */
export const Categories = ({ context }: { context: PageContext }): VNode => {
  const { language, rules } = context
  return (
    <Part context={context} name="categories">
      {rules.pack.groups.map((group) => (
        <section key={group.id} id={anchorOf('groups', group.id)}>
          <h3>{inTongue(group.label, language)}</h3>
          <ul class="ruled">
            {rules.pack.categories
              .filter((category) => category.group === group.id)
              .map((category) => (
                <Line key={category.id} context={context} kind="categories" line={category}>
                  <Facts context={context} category={category} />
                </Line>
              ))}
          </ul>
        </section>
      ))}
    </Part>
  )
}

const Facts = ({ context, category }: { context: PageContext; category: LineOf<'categories'> }): VNode => {
  const { t, rules } = context
  const first = receiverOf(rules.pack, category.id, [])
  const second = receiverOf(rules.pack, category.id, [first])
  const last = receiverOf(rules.pack, category.id, [first, second])
  const who = labelsOf(context, rules.pack.subjects, category.subjects)
  return (
    <p class="facts">
      {t('rules.categories.who', { who: t.list(who) })}{' '}
      {t.rich(
        'rules.categories.goes',
        {
          link: (words) => (
            <a key="route" href={`#${anchorOf('routes', category.route)}`}>
              {words}
            </a>
          ),
        },
        { first: partyWords(context, first), second: partyWords(context, second) },
      )}{' '}
      {last !== second && t('rules.categories.last', { last: partyWords(context, last) })}
      {category.urgency === 'urgent' && <b> {t('rules.categories.urgent')}</b>}
      {category.imports.length > 0 && (
        <>
          {' '}
          {t('rules.categories.imports', { what: t.list(labelsOf(context, rules.pack.categories, category.imports)) })}
        </>
      )}
      {labelsOf(context, rules.pack.exceptions, category.exceptions).map((exception) => ` ${exception}`)}
    </p>
  )
}
