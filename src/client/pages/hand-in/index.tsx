import type { VNode } from 'preact'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { textPage } from '../parts/text-page.tsx'
import { Answers } from './answers.tsx'

const path = 'hand-in'

/**
 * The one form of the site that a browser sends by itself: it holds a file that is locked already, and nothing can be typed
 * into it. The service answers with this page, and the form gives way to the receipt.
 */
const Rest = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <form action={href(context, path)} method="post" enctype="multipart/form-data">
        <div class="field">
          <label class="label" for="locked">
            {t('hand-in.file')}
          </label>
          <p class="hint" id="locked-hint">
            {t('hand-in.file.hint')}
          </p>
          <input type="file" id="locked" name="file" required aria-describedby="locked-hint" />
        </div>
        <div class="acts">
          <button type="submit" class="btn">
            {t('hand-in.send')}
          </button>
        </div>
        <p class="quiet">{t('hand-in.wait')}</p>
      </form>
      <Answers context={context} />
      <section class="stack">
        <h2>{t('hand-in.know.title')}</h2>
        <ul class="dashed">
          {(['anybody', 'again', 'sees'] as const).map((part) => (
            <li key={part}>{t(`hand-in.know.${part}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Where a report that was locked without a connection is handed in, with or without script. */
export const handInPage = textPage(
  path,
  { title: 'hand-in.title', heading: 'hand-in.heading', lead: 'hand-in.lead' },
  Rest,
)
