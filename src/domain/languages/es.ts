import type { Language, MailWords } from './language.ts'

export const language: Language = {
  tag: 'es',
  locale: 'es',
  dir: 'ltr',
  name: 'Español',
  comma: ', ',
  colon: ': ',
  keyWords: 'spanish',
}

export const mail: MailWords = {
  subject: 'Le rogamos que consulte Goodfaith',
  body: [
    'Puede que haya algo para usted en Goodfaith. Le rogamos que inicie sesión y lo mire:',
    '%',
    'Este mensaje es siempre el mismo y sale a horas fijas. No dice qué hay, ni cuánto, ni desde cuándo.',
    'Le rogamos que no responda: nadie lee las respuestas.',
  ],
}
