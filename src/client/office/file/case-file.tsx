import type { VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Standing } from '../../../domain/tell-case.ts'
import { useCell } from '../cell.ts'
import { RequestGate } from '../conflict/request-gate.tsx'
import { useDesk } from '../desk/desk.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { evidenceRows } from '../evidence/rows.ts'
import { requestOf } from '../letters/request-file.ts'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { FollowUp } from '../procedure/follow-up.tsx'
import { Limits } from '../procedure/limits.tsx'
import { Moved } from '../procedure/moved.tsx'
import type { Offered } from '../procedure/offered.ts'
import { Second } from '../procedure/second.tsx'
import { type FormProps, StepForm } from '../procedure/step-form.tsx'
import { Steps } from '../procedure/steps.tsx'
import { useKeys } from '../use-keys.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { About } from './about.tsx'
import { Account } from './account.tsx'
import { Broken } from './broken.tsx'
import { Clocks } from './clocks.tsx'
import { Elements } from './elements.tsx'
import type { Course } from './entry-line.tsx'
import { NextSteps } from './next-steps.tsx'
import { messagePurpose, type Purpose } from './purpose.ts'
import { Readmission } from './readmission.tsx'
import { Timeline } from './timeline.tsx'
import { settingOf, standingOf, titleOf } from './told.ts'
import { useFile } from './use-file.ts'
import { summaryLies, voidsOf } from './voids.ts'
import { WaitingLine } from './waiting.tsx'
import { Writer } from './writer.tsx'

/** One case, once it is read and verified. Before a request stands the question about conflicts. */
export const CaseFile = ({ address }: { address: string }): VNode => {
  const desk = useDesk()
  const book = useCell(desk.book)
  const me = useCell(desk.me)
  const today = useCell(desk.office)?.day ?? ''
  const { file, reading } = useFile(address)
  const standing = useMemo(() => file && standingOf(file, book), [file, book])
  if (file === null) return <Opening problem={reading.problem} />
  const request = requestOf(file, standing, book, me, today)
  const open = (papers: VNode | null): VNode => (
    <OpenCase {...{ file, standing, book, papers }} problem={reading.problem} />
  )
  return request === null ? open(null) : <RequestGate of={request}>{open}</RequestGate>
}

interface OpenProps {
  readonly file: OpenedFile
  readonly standing: Standing | null
  readonly book: Book | null
  /** The ways to the papers of a request. */
  readonly papers: VNode | null
  readonly problem: unknown
}

/** What is wrong with a case first, then the account, what has happened, and the places to write. */
const OpenCase = ({ file, standing, book, papers, problem }: OpenProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const today = useCell(desk.office)?.day ?? ''
  const [purpose, setPurpose] = useState<Purpose>(messagePurpose)
  const [taken, setTaken] = useState<Offered | null>(null)
  useKeys({ r: () => setPurpose(messagePurpose), n: () => setPurpose({ audience: 'office' }) })
  const { address } = file
  const story = standing?.story ?? null
  const { course, voids, rows, timeline } = useMemo(() => drawn(file, standing, book), [file, standing, book])
  const row = desk.inbox.state.value?.rows.find((known) => known.address === address)
  const lies = standing !== null && row !== undefined && summaryLies(file, standing, row)
  const whole = file.broken === null
  return (
    <main class="case">
      <article class="story">
        <div>
          <Broken {...{ file, voids, lies, book }} setting={course?.setting ?? null} />
          <Readmission file={file} book={book} />
          <Problem of={problem} />
          <Heading>
            <bdi>{titleOf(file) || t('inbox.untitled')}</bdi>
          </Heading>
          <Elements {...{ file, rows }} history={standing?.progress?.history ?? []} />
          <Account file={file} />
          <EvidenceList {...{ file, voids, book }} />
          {timeline}
          <WaitingLine address={address} />
          {whole && course && taken && (
            <TakenStep
              key={`${taken.transition} ${taken.seconds}`}
              {...{ file, rows, book, today, ...course }}
              step={taken}
              onClose={() => setTaken(null)}
            />
          )}
          {whole && story && !taken && (
            <Writer key={address} address={address} purpose={purpose} onPurpose={setPurpose} />
          )}
        </div>
      </article>
      <aside class="pane noprint" aria-label={t('file.due')}>
        <div>
          {course && <Moved file={file} {...course} />}
          {course ? <Limits {...{ today, ...course }} /> : story && <Clocks story={story} today={today} />}
          {whole && course && <Steps {...{ today, ...course }} onTake={setTaken} />}
          {course && <FollowUp {...{ today, ...course }} />}
          {whole && story && !course && <NextSteps file={file} story={story} onPurpose={setPurpose} />}
          {papers}
        </div>
      </aside>
      <aside class="pane about" aria-label={t('file.about')}>
        <div>
          <About {...{ file, story, voids, book, course }} />
        </div>
      </aside>
    </main>
  )
}

/** What follows from the case alone. A long course is drawn once, and not again whenever something beside it changes. */
const drawn = (file: OpenedFile, standing: Standing | null, book: Book | null) => {
  const course = courseOf(file, standing, book)
  const voids = voidsOf(file, standing)
  return { course, voids, rows: evidenceRows(file, voids), timeline: <Timeline {...{ file, voids, book, course }} /> }
}

/** The procedure of a request: its rules and how far it is; null for any other case. */
const courseOf = (file: OpenedFile, standing: Standing | null, book: Book | null): Course | null => {
  const setting = settingOf(file, book)
  const progress = standing?.progress
  return setting && progress ? { setting, progress } : null
}

/** The form of a step of one's own, or what waits for a second signature. */
const TakenStep = (props: FormProps): VNode => (props.step.proposal ? <Second {...props} /> : <StepForm {...props} />)

const Opening = ({ problem }: { problem: unknown }): VNode => {
  const t = useWords()
  return (
    <main class="pages stack">
      <Heading>{t('file.opening')}</Heading>
      <Problem of={problem} />
      <p>
        <a href="#inbox">{t('file.back')}</a>
      </p>
    </main>
  )
}
