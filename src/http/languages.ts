import { languages } from '../domain/languages/index.ts'

/** Whether the site is written in a language of this tag. */
export const isPageLanguage = (text: string | undefined): text is string => languages.some(({ tag }) => tag === text)

/** The language of an address if it names one, else the one that the browser likes best of those there are. */
export function preferredLanguage(path: string, acceptLanguage: string): string {
  const named = path.split('/')[1]
  if (isPageLanguage(named)) return named
  const wishes = acceptLanguage.split(',').map((part) => {
    const [tag = '', quality = 'q=1'] = part.trim().split(';')
    return { language: tag.toLowerCase().split('-')[0], weight: Number(quality.trim().slice(2)) || 0 }
  })
  const best = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return best.map(({ language }) => language).find(isPageLanguage) ?? languages[0].tag
}
