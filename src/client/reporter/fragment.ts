import { all } from '../ui/dom.ts'

/** What came behind the # of the address: the number of a poster, and the need that was chosen. It is taken away at once. */
export const takeFragment = (): { readonly poster: string | null; readonly need: string | null } => {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const poster = fragment.get('fp')?.replaceAll(/\D/g, '') ?? null
  const need = fragment.get('n')
  if (poster !== null || need !== null) history.replaceState(history.state, '', location.pathname)
  return { poster, need }
}

/** The number of the poster goes along to the pages where something is sent; each of them compares it with the office's. */
export const carryPoster = (poster: string | null): void => {
  if (poster === null) return
  for (const link of all<HTMLAnchorElement>('.rows a')) {
    link.hash = new URLSearchParams([...new URLSearchParams(link.hash.slice(1)), ['fp', poster]]).toString()
  }
}
