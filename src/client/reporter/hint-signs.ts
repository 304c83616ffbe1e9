/** Why a sentence may point at the person who wrote it. */
export type HintReason = 'only' | 'address' | 'number' | 'time' | 'name'

interface Sign {
  readonly reason: HintReason
  readonly pattern: RegExp
}

/**
 * Words by which somebody says that few could have known, by language. All of them are looked for whatever the language
 * of the page: people write in the language that they think in.
 */
const ONLY: Readonly<Record<string, RegExp>> = {
  en: /\b(only (i|me|one|person|woman|man)|i alone|i was alone|nobody else|no one else|just the (two|three) of us|only (two|three) of us|the only)\b/iu,
  fr: /(?<!\p{L})(je suis (le|la) seule?|j['’]étais seule?|seule? à|moi seule?|personne d['’]autre|nous (ne sommes que|sommes seulement) (deux|trois))(?!\p{L})/iu,
  es: /(?<!\p{L})((soy|era|fui) (el|la) únic[oa]|sol[oa]mente yo|sólo yo|solo yo|yo sol[oa]|nadie más|sol[oa]mente (dos|tres)|éramos (dos|tres))(?!\p{L})/iu,
  ar: /(?<!\p{L})[وف]?(ل?وحدي|بمفردي|أنا فقط|أنا الوحيدة?|كنت الوحيدة?|لا أحد غيري|لم يكن أحد غيري|لا أحد سواي|نحن الاثنان فقط|نحن الثلاثة فقط)(?!\p{L})/u,
}

/** Signs that few people could have written a sentence, the strongest first. */
export const signs: readonly Sign[] = [
  ...Object.values(ONLY).map((pattern): Sign => ({ reason: 'only', pattern })),
  { reason: 'address', pattern: /[^\s@]+@[^\s@]+\.[^\s@]+/u },
  { reason: 'number', pattern: /\p{Nd}(?:[\s./-]?\p{Nd}){6,}/u },
  { reason: 'time', pattern: /(?<!\p{L})\p{Nd}{1,2}(\s?[:hH]\s?\p{Nd}{2}|\s?[ap]\.?m(?!\p{L}))|الساعة\s+\S+/iu },
]
