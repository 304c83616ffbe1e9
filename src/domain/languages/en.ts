import type { Language, MailWords } from './language.ts'

export const language: Language = {
  tag: 'en',
  locale: 'en-GB',
  dir: 'ltr',
  name: 'English',
  comma: ', ',
  colon: ': ',
  keyWords: 'english',
}

export const mail: MailWords = {
  subject: 'Please look into Goodfaith',
  body: [
    'There may be something for you in Goodfaith. Please sign in and have a look:',
    '%',
    'This message is always the same and leaves at fixed times. It does not say what there is, how much, or since when.',
    'Please do not answer it: nobody reads the answers.',
  ],
}
