import { Fragment, type VNode } from 'preact'
import { useState } from 'preact/hooks'
import { baselineFields, type Fields } from '../../../domain/steps.ts'
import type { Story } from '../../../domain/story.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Asking } from './asking.tsx'
import { nameOf } from './entry-words.ts'

interface IdentityProps {
  readonly file: OpenedFile
  readonly story: Story
  readonly book: Book | null
}

const shown = ['name', 'unit', 'reach', ...baselineFields] as const

/**
 * Who the reporter is: sealed apart until an officer signs a reason, which the reporter reads. What is opened is shown
 * here and held nowhere.
 */
export const Identity = ({ file, story, book }: IdentityProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [asking, setAsking] = useState(false)
  const [fields, setFields] = useState<Fields | null>(null)
  const open = useAct(async () => {
    const { serviceShare } = await desk.call('openIdentity', { path: { case: file.address }, body: {} })
    setFields(await desk.vault.openIdentity(file.address, serviceShare))
  })
  return (
    <section>
      <h2>{t('file.name')}</h2>
      {story.identityOpenings.length === 0 && <p>{t('file.name.sealed')}</p>}
      {story.identityOpenings.map(({ day, author, reason }) => (
        <dl key={`${day}-${author}-${reason}`} class="signed">
          <dt>{t('file.signed.when')}</dt>
          <dd>{t.day(day)}</dd>
          <dt>{t('file.signed.who')}</dt>
          <dd>{nameOf(t, author, book)}</dd>
          <dt>{t('file.signed.why')}</dt>
          <dd class="serif">{reason}</dd>
        </dl>
      ))}
      {fields && <Name fields={fields} />}
      <Problem of={open.problem} />
      {!fields && file.broken === null && (
        <div class="acts noprint">
          <Button two busy={open.busy} onClick={() => (file.mayOpenIdentity ? open.run() : setAsking(true))}>
            {file.mayOpenIdentity ? t('file.name.show') : t('file.name.open')}
          </Button>
        </div>
      )}
      {asking && <Asking address={file.address} what="identity" onClose={() => setAsking(false)} onDone={open.run} />}
    </section>
  )
}

const Name = ({ fields }: { fields: Fields }): VNode => {
  const t = useWords()
  const given = shown.filter((field) => fields[field])
  return (
    <div role="status">
      {given.length === 0 ? (
        <p>{t('file.name.none')}</p>
      ) : (
        <dl class="facts">
          {given.map((field) => (
            <Fragment key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd class="lines" dir="auto">
                {fields[field]}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  )
}
