import type { Language, MailWords } from './language.ts'

export const language: Language = { tag: 'es', locale: 'es', dir: 'ltr', name: 'Español', keyWords: 'spanish' }

export const mail: MailWords = {
  subject: 'Por favor, consulte Goodfaith',
  body: [
    'Puede que haya algo para usted en Goodfaith. Por favor, entre y mire:',
    '%',
    'Este mensaje es siempre igual y sale a horas fijas. No dice qué hay, ni cuánto, ni desde cuándo.',
    'Por favor, no lo responda: nadie lee las respuestas.',
  ],
}
