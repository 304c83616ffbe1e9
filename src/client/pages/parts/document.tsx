import type { ComponentChildren, VNode } from 'preact'
import { writeRows } from '../../i18n/rows.ts'
import type { SiteContext } from '../page.ts'
import { labelsOf } from './pack-labels.ts'

/**
 * The frame of every page: the head of the document, for the scripts the addresses of the crypto worker and the hash of
 * the rules, the words that the page's script will say, and where it shows ids of the rules, their labels. The title is
 * neutral: it stays in the history of a browser.
 */
export const Document = (props: {
  context: SiteContext
  title: string
  /** The page's script shows categories of the rules. */
  labels?: boolean | undefined
  children: ComponentChildren
}): VNode => {
  const { language, assets, words, rules } = props.context
  const later = Object.entries(assets.later)
  return (
    <html
      lang={language.tag}
      dir={language.dir}
      data-worker={assets.worker}
      data-worker-js={assets.workerJs}
      data-cleaner={assets.cleaner}
      data-reader={props.context.side === 'office' ? assets.reader : undefined}
      data-preview={props.context.side === 'office' ? assets.preview : undefined}
      data-pack={rules.hash}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{props.title}</title>
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.styles.map(({ href, integrity }) => (
          <link key={href} rel="stylesheet" href={href} integrity={integrity} />
        ))}
        {assets.script && <script type="module" src={assets.script.href} integrity={assets.script.integrity} />}
      </head>
      <body class={props.context.side === 'office' ? 'console' : undefined}>
        {props.children}
        {words && <template id="words">{words}</template>}
        {later.length > 0 && (
          <template id="later">
            {later.map(([name, { href, integrity }]) => (
              <script key={name} id={name} type="module" src={href} integrity={integrity} />
            ))}
          </template>
        )}
        {props.labels && (
          <template id="labels">{writeRows(labelsOf(rules.pack, language, props.context.side))}</template>
        )}
      </body>
    </html>
  )
}
