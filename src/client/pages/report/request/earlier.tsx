import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'

/**
 * The key of an earlier case, to prove with it who wrote that one. The input has no `data-field`: the key is no answer,
 * and is neither read back nor sent.
 */
export const Earlier = ({ context: { t } }: { context: PageContext }): VNode => (
  <div class="field">
    <label class="label" for="earlier-key">
      {t('report.earlier.label')}
    </label>
    <p class="hint" id="earlier-key-hint">
      {t('report.earlier.hint')}
    </p>
    <textarea
      class="in"
      id="earlier-key"
      rows={3}
      aria-describedby="earlier-key-hint"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      dir="auto"
    />
  </div>
)
