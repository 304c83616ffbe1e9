import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Line, Lines } from './line.tsx'
import { Part } from './part.tsx'

/** What steps say, under the names that forms and notices give it, with the choices that have words of their own. */
export const Terms = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  return (
    <Part context={context} name="terms">
      <ul class="ruled">
        {rules.pack.terms.map((term) => (
          <Line key={term.id} context={context} kind="terms" line={term}>
            {term.choices && (
              <p class="facts">
                {Object.values(term.choices)
                  .map((choice) => inTongue(choice, language))
                  .join(' · ')}
              </p>
            )}
          </Line>
        ))}
      </ul>
      <h3>{t('rules.terms.verdicts')}</h3>
      <Lines context={context} kind="verdicts" of={rules.pack.verdicts} />
    </Part>
  )
}
