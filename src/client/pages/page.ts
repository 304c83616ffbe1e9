import type { VNode } from 'preact'
import type { Pack } from '../../domain/pack/pack.ts'
import type { Language } from '../i18n/languages.ts'
import type { PageTranslate } from '../i18n/translate.ts'

/** A built file as a page refers to it: its address on the site and its integrity attribute. */
export interface Asset {
  readonly href: string
  readonly integrity: string
}

/** The policy pack that this build was made with. */
export interface Rules {
  readonly pack: Pack
  /** SHA-256 of the canonical pack, base64url: what a case and the office's description name it by. */
  readonly hash: string
}

/** What the build hands to the parts of a page when it writes it in one language. */
export interface PageContext {
  readonly language: Language
  readonly side: Page['side']
  /** The page's own path, for the links to the other languages. */
  readonly path: string
  readonly t: PageTranslate
  readonly rules: Rules
  /** The compiled messages that the page's script uses, as lines; the empty string where there is no script. */
  readonly words: string
  /** It is a file that opens without a network: nothing leads to the site, and nothing more can be loaded. */
  readonly offline?: true
}

/** The same for a whole page of the site, with the addresses of all that it loads. */
export interface SiteContext extends PageContext {
  readonly assets: {
    readonly styles: readonly Asset[]
    readonly script: Asset | undefined
    /** What the script loads when it is asked for, by name, each with its words in this language. */
    readonly later: Readonly<Record<string, Asset>>
    /** Addresses of the crypto worker: WebAssembly, and plain JavaScript for browsers without it. */
    readonly worker: string
    readonly workerJs: string
    /** Address of the script that takes traces out of files. */
    readonly cleaner: string
    /** Address of the page in which officers look at files, and of the script that reads PDFs where that page can start none. */
    readonly preview: string
    readonly reader: string
    /** Address of the icon in the browser's tab, which names nothing. */
    readonly icon: string
  }
}

/** What the file of a sealed letter is drawn from: no address of any service, since it opens without one. */
export type LetterContext = Pick<PageContext, 'language' | 't' | 'words'>

/** One page: written once a language, as static HTML, the same for every installation. */
export interface Page {
  /** Address below the language: '' is the start page, 'report' becomes /en/report/. */
  readonly path: string
  readonly side: 'reporter' | 'office'
  /** Entry of the page's script and of its style sheets, relative to src/client. */
  readonly script?: string
  /** Entries of modules that the script loads only when somebody asks for what they do, by name. */
  readonly later?: Readonly<Record<string, string>>
  readonly styles: readonly string[]
  /** The whole document, from <html> on. */
  readonly render: (context: SiteContext) => VNode
}
