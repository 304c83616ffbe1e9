import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Recognise } from '../file/about.tsx'
import { Broken } from '../file/broken.tsx'
import type { RequestFile } from '../letters/request-file.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { ConcernedList } from './concerned-list.tsx'
import { declareNone } from './declare.ts'
import type { Gate } from './gate.ts'
import { Leaving } from './leaving.tsx'
import { leftWithoutMe } from './left.ts'
import { WhoGoesOn } from './who-goes-on.tsx'

interface ConflictProps {
  readonly of: RequestFile
  readonly gate: Gate
}

/** All that a request shows to whoever has not declared yet: whom it concerns, and the two ways on from here. */
export const ConflictView = ({ of, gate }: ConflictProps): VNode => {
  const t = useWords()
  return (
    <main class="pages stack">
      {/* Where the record does not fit, that is said even here; it tells rules and numbers, no words. */}
      <Broken file={of.file} voids={new Map()} lies={false} book={of.book} setting={null} />
      <Heading>{t(gate === 'ask' ? 'conflict.title' : 'conflict.out.title')}</Heading>
      <Recognise address={of.file.address} />
      {gate === 'ask' ? <Card of={of} /> : <p>{t('conflict.out')}</p>}
      <p>
        <a href="#inbox">{t('file.back')}</a>
      </p>
    </main>
  )
}

const Card = ({ of }: Pick<ConflictProps, 'of'>): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [leaving, setLeaving] = useState(false)
  const none = useAct(() => declareNone(desk, file.address))
  const { file } = of
  const left = leftWithoutMe(of)
  const { heir } = left
  return (
    <>
      <p>{t('conflict.text')}</p>
      <section class="stack">
        <h2>{t('conflict.named')}</h2>
        <ConcernedList file={file} history={of.progress.history} />
      </section>
      <p class="quiet">{t('conflict.what-counts')}</p>
      <WhoGoesOn file={file} left={left} />
      <Problem of={none.problem} />
      {file.broken === null && (
        <div class="acts">
          <Button busy={none.busy} onClick={none.run}>
            <span>
              {t('conflict.none')}
              <small>{t('conflict.none.note')}</small>
            </span>
          </Button>
          {(!left.alone || heir !== null) && (
            <Button two onClick={() => setLeaving(true)}>
              {t('conflict.have')}
            </Button>
          )}
        </div>
      )}
      {leaving && <Leaving address={file.address} heir={heir} onClose={() => setLeaving(false)} />}
    </>
  )
}
