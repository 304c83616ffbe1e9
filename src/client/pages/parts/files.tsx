import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { LinkButton } from './buttons.tsx'
import { Note, Sentences } from './sheet.tsx'

/**
 * A list of files to be filled by the script: chosen, dropped on the box or, where the browser can, recorded. The input is
 * the browser's own, so that every keyboard and screen reader knows it.
 */
export const Files = ({ context: { t }, id }: { context: PageContext; id: string }): VNode => (
  <section class="files" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{t('files.title')}</h2>
    <p class="hint" id={`${id}-hint`}>
      {t('files.hint')}
    </p>
    <div class="drop">
      <input class="vh" type="file" id={`${id}-input`} multiple aria-describedby={`${id}-hint`} />
      <label class="btn two" for={`${id}-input`}>
        {t('files.add')}
      </label>
      <p class="quiet">{t('files.drop')}</p>
      <div class="voice" hidden>
        <LinkButton id={`${id}-record`} data-record>
          {t('files.record')}
        </LinkButton>
        <p class="quiet">{t('files.record.hint')}</p>
        <p data-recording role="status" />
      </div>
    </div>
    <ul class="plain" />
    <p class="quiet" data-total role="status" />
    <p class="outside" hidden>
      <LinkButton id={`${id}-again`} data-again>
        {t('files.again')}
      </LinkButton>{' '}
      <LinkButton data-without>{t('files.without')}</LinkButton>
    </p>
  </section>
)

/** What to know before files are chosen. */
export const FilesNote = ({ context: { t } }: { context: PageContext }): VNode => (
  <Note title={t('files.advice.title')}>
    <Sentences of={[t('files.advice.name'), t('files.advice.content'), t('files.advice.allowed')]} />
  </Note>
)
