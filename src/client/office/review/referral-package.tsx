import type { VNode } from 'preact'
import { inLanguage } from '../../../domain/pack/words.ts'
import { ConcernedList } from '../conflict/concerned-list.tsx'
import { evidenceRows } from '../evidence/rows.ts'
import { Recognise } from '../file/about.tsx'
import { Account } from '../file/account.tsx'
import { Elements } from '../file/elements.tsx'
import { authorName, entryDeed, procedureStep, stepDeed } from '../file/entry-words.ts'
import { voidsOf } from '../file/voids.ts'
import type { RequestFile } from '../letters/request-file.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { useWords } from '../words.ts'
import { Consent } from './consent.tsx'
import { MayTell } from './may-tell.tsx'

/** What the investigator gets with a referral, made from the case as it stands, to read or to print. */
export const ReferralPackage = ({ of }: { of: RequestFile }): VNode => {
  const t = useWords()
  const { file, story, progress, setting, book, today } = of
  const measures = setting.rules.states.get(progress.at.measures.state)?.label
  const shared = file.entries.filter(({ lane }) => lane === 'shared')
  return (
    <>
      <Heading>{t('package.title')}</Heading>
      <p class="quiet">{t('package.day', { day: today })}</p>
      <Recognise address={file.address} />
      <section>
        <h2>{t('package.index')}</h2>
        <ul class="plainly">
          {shared.map((entry) => (
            <li key={entry.hash}>
              {t('package.index.row', {
                number: entry.sequence + 1,
                day: entry.day,
                who: authorName(t, entry, book),
                what: [stepDeed(t, { setting }, procedureStep(entry)), entryDeed(t, entry, book)]
                  .filter(Boolean)
                  .join(' · '),
              })}
            </li>
          ))}
        </ul>
      </section>
      <Account file={file} />
      <Elements file={file} history={progress.history} rows={evidenceRows(file, voidsOf(file, { story }))} />
      <section>
        <h2>{t('package.persons')}</h2>
        <ConcernedList file={file} history={progress.history} />
      </section>
      <section>
        <h2>{t('package.measures')}</h2>
        {measures && (
          <p>{t('package.measures.state', { state: inLanguage(setting.rules.pack, measures, t.language.tag) })}</p>
        )}
      </section>
      <MayTell file={file} history={progress.history} />
      <Consent of={of} />
      <section>
        <h2>{t('package.contact')}</h2>
        <p>{t(story.mode === 'anonymous' ? 'package.contact.anonymous' : 'package.contact.known')}</p>
      </section>
      <div class="acts noprint">
        <Button onClick={() => print()}>{t('papers.print')}</Button>
      </div>
    </>
  )
}
