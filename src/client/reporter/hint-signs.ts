/** Why a sentence may point at the person who wrote it. */
export type HintReason = 'only' | 'address' | 'number' | 'time' | 'name'

interface Sign {
  readonly reason: HintReason
  readonly pattern: RegExp
}

const wholeWords = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'iu')

/** Signs that few people could have written a sentence, the strongest first. */
export const signs: readonly Sign[] = [
  {
    // Somebody says that few could have known. All languages at once: people write in the one that they think in.
    reason: 'only',
    pattern: wholeWords(
      'only (?:(?:\\p{L}+ and )?i|me|one|person|woman|man)',
      '(?:i|i was) alone',
      '(?:nobody|no one) else',
      'just (?:\\p{L}+ and )?(?:i|me)',
      '(?:just the|only) (?:two|three) of us',
      '(?:team|unit|office) of (?:two|three)',
      'the only',

      "(?:je suis l[ea]|j['’]étais|moi) seule?",
      'seule? à',
      "personne d['’]autre",
      '(?:ne (?:sommes|étions) que|sommes seulement|équipe de) (?:deux|trois)',

      '(?:soy|era|fui) (?:el|la) únic[oa]',
      '(?:sol[oa]mente|sólo|solo) (?:\\p{L}+ y )?yo',
      'yo sol[oa]',
      'nadie más',
      '(?:sol[oa]mente|éramos|equipo de) (?:dos|tres)',

      '[وف]?(?:ل?وحدي|بمفردي|أنا (?:و\\p{L}+ )?فقط|(?:أنا|كنت) الوحيدة?|(?:لا|لم يكن) أحد (?:غيري|سواي)|نحن (?:الاثنان|الثلاثة) فقط)',
      'فريق من (?:شخصين|ثلاثة)',
    ),
  },
  { reason: 'address', pattern: /[^\s@]+@[^\s@]+\.[^\s@]+/u },
  { reason: 'number', pattern: /\p{Nd}(?:[\s./-]?\p{Nd}){6,}/u },
  {
    reason: 'time',
    pattern: wholeWords(
      '\\p{Nd}{1,2}(?:\\s?[:h]\\s?\\p{Nd}{2}|\\s?[ap]\\.?m)',
      '(?:at|by|à|las?) \\p{Nd}{1,2}(?:\\.\\p{Nd}{2}|\\s?h)(?!\\p{Nd})',
      '(?:half|quarter) past \\S+',
      "\\S+ o['’]clock",
      '\\p{L}?الساعة\\s+\\S+',
    ),
  },
]
