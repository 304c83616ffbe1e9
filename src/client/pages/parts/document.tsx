import type { ComponentChildren, VNode } from 'preact'
import type { PageContext } from '../page.ts'

/**
 * The frame of every page: the head of the document, the addresses of the crypto worker for the scripts, and the words
 * that the page's script will say. The title is neutral: it stays in the history of a browser.
 */
export const Document = (props: { context: PageContext; title: string; children: ComponentChildren }): VNode => {
  const { language, assets, words } = props.context
  return (
    <html lang={language.tag} dir={language.dir} data-worker={assets.worker} data-worker-js={assets.workerJs}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{props.title}</title>
        {assets.styles.map(({ href, integrity }) => (
          <link key={href} rel="stylesheet" href={href} integrity={integrity} />
        ))}
        {assets.script && <script type="module" src={assets.script.href} integrity={assets.script.integrity} />}
      </head>
      <body class={props.context.side === 'office' ? 'console' : undefined}>
        {props.children}
        {words && <template id="words">{words}</template>}
      </body>
    </html>
  )
}
