import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { ConflictView } from '../conflict/conflict-view.tsx'
import { gateOf } from '../conflict/gate.ts'
import { useDesk } from '../desk/desk.ts'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import type { Offered } from '../procedure/offered.ts'
import { Second } from '../procedure/second.tsx'
import { type FormProps, StepForm } from '../procedure/step-form.tsx'
import { Steps } from '../procedure/steps.tsx'
import { useKeys } from '../use-keys.ts'
import { useWords } from '../words.ts'
import { About } from './about.tsx'
import { Account } from './account.tsx'
import { Broken } from './broken.tsx'
import { Clocks } from './clocks.tsx'
import { Elements } from './elements.tsx'
import { NextSteps } from './next-steps.tsx'
import { messagePurpose, type Purpose } from './purpose.ts'
import { Timeline } from './timeline.tsx'
import { settingOf, standingOf, titleOf } from './told.ts'
import { useFile } from './use-file.ts'
import { summaryLies, voidsOf } from './voids.ts'
import { WaitingLine } from './waiting.tsx'
import { Writer } from './writer.tsx'

/** One case: what is wrong with it first, then the account, what has happened, and the two places to write. */
export const CaseFile = ({ address }: { address: string }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const me = useCell(desk.me)
  const today = useCell(desk.office)?.day ?? ''
  const { file, reading } = useFile(address)
  const [purpose, setPurpose] = useState<Purpose>(messagePurpose)
  const [taken, setTaken] = useState<Offered | null>(null)
  const close = (): void => setTaken(null)
  useKeys({ r: () => setPurpose(messagePurpose), n: () => setPurpose({ audience: 'office' }) })
  if (file === null) return <Opening problem={reading.problem} />
  const standing = standingOf(file, book)
  const story = standing?.story ?? null
  const progress = standing?.progress ?? null
  const gate = progress && gateOf(progress, me?.id ?? '')
  if (progress && gate) return <ConflictView file={file} progress={progress} gate={gate} book={book} />
  const setting = settingOf(file, book)
  const voids = voidsOf(file, standing)
  const whole = file.broken === null
  const row = desk.inbox.state.value?.rows.find((known) => known.address === address)
  const lies = standing !== null && row !== undefined && summaryLies(file, standing, row)
  return (
    <main class="case">
      <article class="story">
        <div>
          <Broken file={file} voids={voids} lies={lies} book={book} />
          <Problem of={reading.problem} />
          <Heading>{titleOf(file) || t('inbox.untitled')}</Heading>
          <Elements file={file} />
          <Account file={file} />
          <Timeline file={file} voids={voids} book={book} />
          <WaitingLine address={address} />
          {whole && setting && progress && taken && (
            <TakenStep
              key={`${taken.transition} ${taken.seconds}`}
              {...{ file, setting, progress, book, today }}
              step={taken}
              onClose={close}
            />
          )}
          {whole && story && !taken && (
            <Writer key={address} address={address} purpose={purpose} onPurpose={setPurpose} />
          )}
        </div>
      </article>
      <aside class="pane noprint" aria-label={t('file.due')}>
        <div>
          {story && <Clocks story={story} today={today} />}
          {whole && setting && progress && <Steps {...{ setting, progress, today }} onTake={setTaken} />}
          {story && whole && !progress && <NextSteps file={file} story={story} onPurpose={setPurpose} />}
        </div>
      </aside>
      <aside class="pane about" aria-label={t('file.about')}>
        <div>
          <About file={file} story={story} voids={voids} book={book} />
        </div>
      </aside>
    </main>
  )
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
