import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { inLanguage } from '../../../domain/pack/words.ts'
import type { Story } from '../../../domain/story.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { caseCut } from '../../ui/draw/cut.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { ArchiveButton } from '../evidence/archive-button.tsx'
import { Joints } from '../joint/joints.tsx'
import { fromBase64 } from '../net/base64.ts'
import { Button } from '../parts/button.tsx'
import { Risk } from '../procedure/risk.tsx'
import { addressHash, referenceOf } from '../reference.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import type { Course } from './entry-line.tsx'
import { Identity } from './identity.tsx'
import { languageName } from './language-name.ts'
import { Readers } from './readers.tsx'
import { Verified } from './verified.tsx'
import type { Voids } from './voids.ts'

interface AboutProps {
  readonly file: OpenedFile
  readonly story: Story | null
  readonly voids: Voids
  readonly book: Book | null
  /** The procedure that the case goes through; null for a report. */
  readonly course: Course | null
}

/** The case at a glance: how to recognise it, what it is, whose name it has, who can read it, what was verified. */
export const About = ({ file, story, voids, book, course }: AboutProps): VNode => {
  const t = useWords()
  return (
    <>
      <Recognise address={file.address} />
      {story && (
        <section>
          <h2>{t('file.glance')}</h2>
          <dl class="facts">
            <dt>{t('file.kind')}</dt>
            <dd>{t(`kind.${story.kind}`)}</dd>
            <dt>{t('file.state')}</dt>
            <dd>{t('file.since', { state: stateWords(t, story, course), day: story.since })}</dd>
            <dt>{t('file.mode')}</dt>
            <dd>{t(`mode.${story.mode}`)}</dd>
            <dt>{t('file.language')}</dt>
            <dd>{languageName(t, story.language)}</dd>
          </dl>
        </section>
      )}
      {course && <Risk {...course} />}
      {story && <Identity file={file} story={story} book={book} />}
      <Readers file={file} book={book} />
      <Joints file={file} book={book} />
      <Verified file={file} voids={voids.size} />
      <div class="acts noprint">
        <Button two onClick={() => print()}>
          {t('file.print')}
        </Button>
        <ArchiveButton {...{ file, voids, book, course }} />
      </div>
    </>
  )
}

/** Where a request stands by its rules; how far any other case is. */
const stateWords = (t: OfficeTranslate, { state }: Story, course: Course | null): string => {
  const line = course?.setting.rules.states.get(course.progress.at.main.state)
  return line && course ? inLanguage(course.setting.rules.pack, line.label, t.language.tag) : t(`state.${state}`)
}

/** The cut of a case and its reference: what it is recognised by, and tells nothing. */
export const Recognise = ({ address }: { address: string }): VNode => {
  const [hash, setHash] = useState<Uint8Array | null>(null)
  useEffect(() => {
    addressHash(fromBase64(address)).then(setHash)
  }, [address])
  return (
    <section>
      {hash && <Draw of={caseCut(hash)} />}
      <p class="ref">{hash && referenceOf(hash)}</p>
    </section>
  )
}
