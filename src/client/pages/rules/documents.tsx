import type { VNode } from 'preact'
import type { LineOf } from '../../../domain/pack/pack.ts'
import { byId } from '../../../domain/pack/rules.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Mark } from './basis.tsx'
import { Line } from './line.tsx'
import { Part } from './part.tsx'

/** The documents that the rules rest on: since when, until when, what replaced them, and whether their text is held. */
export const Documents = ({ context }: { context: PageContext }): VNode => {
  const { rules } = context
  return (
    <Part context={context} name="documents">
      <ul class="ruled">
        {rules.pack.documents.map((document) => (
          <Line
            key={document.id}
            context={context}
            kind="documents"
            line={document}
            basis={<Mark context={context} line={document} />}
          >
            <Facts context={context} document={document} />
          </Line>
        ))}
      </ul>
    </Part>
  )
}

const Facts = ({ context, document }: { context: PageContext; document: LineOf<'documents'> }): VNode => {
  const { t, rules, language } = context
  const next = document.superseded_by === null ? undefined : byId(rules.pack.documents).get(document.superseded_by)
  return (
    <p class="facts">
      {document.reference && `${t.isolate(document.reference)}. `}
      {document.owner && `${t('rules.documents.owner', { owner: inTongue(document.owner, language) })} `}
      {validity(context, document)} <b>{t(document.held ? 'rules.documents.held' : 'rules.documents.not-held')}</b>{' '}
      {next && (
        <>
          {t('rules.documents.replaced')}{' '}
          <a href={`#${anchorOf('documents', next.id)}`}>{inTongue(next.label, language)}</a>.
        </>
      )}
    </p>
  )
}

const validity = ({ t }: PageContext, { in_force_from: from, in_force_to: to }: LineOf<'documents'>): string => {
  if (from !== null && to !== null) return t('rules.documents.from-to', { from, to })
  if (from !== null) return t('rules.documents.from', { from })
  return to === null ? t('rules.documents.undated') : t('rules.documents.to', { to })
}
