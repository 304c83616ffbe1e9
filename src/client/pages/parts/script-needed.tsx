import type { VNode } from 'preact'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'

/**
 * What stands on a page that needs its script until that script runs: why nothing can be sent without it, and the other
 * ways. The script takes it away, or, where the browser cannot lock anything, shows the refusal instead.
 */
export const ScriptNeeded = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <div class="sheet" id="script-needed">
        <div class="body">
          <h1>{t('script.title')}</h1>
          <p class="lead">{t('script.why')}</p>
          {!context.offline && (
            <p>
              {t.rich('script.wait', {
                link: (words) => (
                  <a key="help" href={`${href(context, 'help')}#script`}>
                    {words}
                  </a>
                ),
              })}
            </p>
          )}
        </div>
      </div>
      <div class="sheet" id="not-secure" role="alert" hidden>
        <div class="body">
          <h1>{t('secure.title')}</h1>
          <p class="lead">{t('secure.why')}</p>
        </div>
      </div>
    </>
  )
}
