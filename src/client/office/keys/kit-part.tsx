import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Credentials } from '../../../contract/office.ts'
import type { NewKit } from '../../../contract/passkeys.ts'
import { useDesk } from '../desk/desk.ts'
import { KitSteps } from '../enrol/kit-steps.tsx'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { KitTest } from './kit-test.tsx'

interface KitProps {
  readonly own: Credentials
  readonly onChanged: (words: string) => Promise<void>
}

/** The recovery kit: when it was made, a test of the sheet one has, and a new one in its place. */
export const KitPart = ({ own, onChanged }: KitProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [doing, setDoing] = useState<'test' | 'new' | null>(null)
  const me = desk.me.value
  const keep = async (kit: NewKit): Promise<void> => {
    await desk.call('replaceKit', { body: kit })
    setDoing(null)
    await onChanged(t('keys.kit.kept'))
  }
  const tested = async (): Promise<void> => {
    setDoing(null)
    await onChanged(t('keys.kit.works'))
  }
  return (
    <section class="stack">
      <h2>{t('keys.kit')}</h2>
      <p>{own.kit ? t('keys.kit.made', { day: own.kit.created }) : t('keys.kit.none')}</p>
      {doing === 'new' && me && <KitSteps member={me.id} onDone={keep} />}
      {doing === 'test' && own.kit && (
        <KitTest publicKey={own.kit.publicKey} onDone={tested} onBack={() => setDoing(null)} />
      )}
      {doing === null && (
        <div class="acts">
          {own.kit && (
            <Button two onClick={() => setDoing('test')}>
              {t('keys.kit.test')}
            </Button>
          )}
          <Button two onClick={() => setDoing('new')}>
            {t('keys.kit.new')}
          </Button>
        </div>
      )}
    </section>
  )
}
