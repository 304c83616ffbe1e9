import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { AnyOf } from '../parts/fields.tsx'
import { inTongue } from '../parts/in-tongue.ts'

/** So many categories of a group are named beside it, to say what it is like. */
const SAMPLES = 3

/**
 * What it is about: the groups of the rules, and under each that is chosen, its categories. The ids are what is sealed;
 * a group alone is an answer too.
 */
export const Categories = ({ context }: { context: PageContext }): VNode => {
  const { t, language, rules } = context
  const { groups, categories } = rules.pack
  const said = (texts: Readonly<Record<string, string>>): string => inTongue(texts, language)
  return (
    <AnyOf
      field="category"
      label={t('report.details.category')}
      hint={t('report.details.category.hint')}
      options={[
        ...groups.map(({ id, label }) => {
          const within = categories.filter(({ group }) => group === id)
          return {
            value: id,
            label: said(label),
            small: within
              .slice(0, SAMPLES)
              .map((category) => said(category.label))
              .concat('…')
              .join(' · '),
            more: (
              <AnyOf
                field="category"
                label={t('report.details.category.within', { group: said(label) })}
                options={within.map((category) => ({
                  value: category.id,
                  label: said(category.label),
                  small: said(category.help),
                }))}
              />
            ),
          }
        }),
        { value: 'unknown', label: t('category.unknown') },
      ]}
    />
  )
}
