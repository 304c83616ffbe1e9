import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { tongueOfWords } from '../../i18n/key-words.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import type { LetterFile } from './letter-file.ts'

interface KeyProps {
  readonly made: LetterFile
  readonly day: string
  readonly onClose: () => void
}

/** The file to take and the key to print or to read out; both are gone when this is closed. */
export const LetterKey = ({ made: { file, digest, words, digits }, day, onClose }: KeyProps): VNode => {
  const t = useWords()
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <section class="stack">
      <p>{t('letters.file.made')}</p>
      <p class="quiet">{t('letters.file.digest', { digest })}</p>
      <section class="kit printed" aria-label={t('letters.file.key')}>
        <p class="quiet">{t('letters.file.slip', { day })}</p>
        <ol class="words" aria-label={t('letters.file.key')} lang={tongueOfWords(t.language)} translate={false}>
          {words.map((word, index) => (
            <li key={`${index}-${word}`}>
              <b>{word}</b> <code>{digits[index]}</code>
            </li>
          ))}
        </ol>
      </section>
      <div class="acts">
        <a class="btn" href={address} download={t('letters.file.name')}>
          {t('letters.file.take')}
        </a>
        <Button two onClick={() => print()}>
          {t('letters.file.print')}
        </Button>
        <Button two onClick={onClose}>
          {t('letters.file.done')}
        </Button>
      </div>
    </section>
  )
}
