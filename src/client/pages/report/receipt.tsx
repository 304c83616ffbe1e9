import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { LinkButton } from '../parts/buttons.tsx'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'

/** After Send: the receipt, which names no office and no content, and what happens next. */
export const ReceiptSection = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <section class="sheet step" id="step-receipt" hidden>
      <div class="body">
        <h1 id="receipt-title" tabIndex={-1}>
          {t('report.receipt.title')}
        </h1>
        <p class="lead" id="receipt-lead" />
        <dl class="signed" id="receipt" />
        <div class="acts noprint">
          <button type="button" class="btn two" id="receipt-print">
            <Draw of={icons.print} />
            {t('report.receipt.print')}
          </button>
          <LinkButton id="receipt-save">{t('report.receipt.save')}</LinkButton>
        </div>
        <p class="noprint">
          {t.rich('report.receipt.next', {
            link: (words) => (
              <a key="case" href={href(context, 'case')}>
                {words}
              </a>
            ),
          })}
        </p>
      </div>
      <Margin label={t('page.notes')}>
        <Note title={t('report.receipt.proves.title')}>
          <p>{t('report.receipt.proves')}</p>
        </Note>
        <Note title={t('report.receipt.now.title')}>
          <Sentences
            of={[t('report.receipt.now.close'), t('report.receipt.now.history'), t('report.receipt.now.quiet')]}
          />
        </Note>
      </Margin>
    </section>
  )
}
