import type { VNode } from 'preact'
import { choiceWords } from '../../../domain/pack/words.ts'
import { type Letter, noticeOver } from '../../../domain/procedure/letters.ts'
import { useWords } from '../words.ts'
import type { RequestFile } from './request-file.ts'

/** Where a letter stands, one sentence for each thing that happened to it. */
export const LetterState = ({ of, letter }: { of: RequestFile; letter: Letter }): VNode => {
  const t = useWords()
  const { shown, agreed, needed, files, sent, served, answer } = letter
  const over = needed === null || sent !== null ? null : noticeOver(of.setting, of.progress, of.today)
  return (
    <ul class="plainly">
      {agreed === null && needed === null && <li>{t('letters.is.shown', { day: shown })}</li>}
      {agreed !== null && <li>{t('letters.is.agreed', { day: agreed })}</li>}
      {needed && <li>{t('letters.is.needed', needed)}</li>}
      {over !== null && <li>{t('letters.is.until', { day: over })}</li>}
      {files.map(({ day, digest, keyWay }) => (
        <li key={digest}>
          {t('letters.is.sealed', { day, way: choiceWords(of.setting.rules.pack, 'key_way', keyWay, t.language.tag) })}{' '}
          <code class="num">{digest}</code>
        </li>
      ))}
      {sent !== null && <li>{t('letters.is.sent', { day: sent })}</li>}
      {served !== null && <li>{t('letters.is.served', { day: served })}</li>}
      {answer && <li class="lines">{t('letters.is.answered', answer)}</li>}
    </ul>
  )
}
