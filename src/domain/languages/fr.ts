import type { Language, MailWords } from './language.ts'

export const language: Language = {
  tag: 'fr',
  locale: 'fr-FR',
  dir: 'ltr',
  name: 'Français',
  comma: ', ',
  colon: '\u00a0: ',
  keyWords: 'french',
}

export const mail: MailWords = {
  subject: 'Merci de consulter Goodfaith',
  body: [
    'Il y a peut-être quelque chose pour vous dans Goodfaith. Merci de vous connecter et de regarder\u00a0:',
    '%',
    'Ce message est toujours le même et part à heures fixes. Il ne dit ni ce qu’il y a, ni combien, ni depuis quand.',
    'Merci de ne pas y répondre\u00a0: personne ne lit les réponses.',
  ],
}
