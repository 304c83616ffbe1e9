import type { Language, MailWords } from './language.ts'

/** In Latin digits, as the case key and the fingerprint are printed. There is no list of Arabic words for keys. */
export const language: Language = {
  tag: 'ar',
  locale: 'ar-u-nu-latn',
  dir: 'rtl',
  name: 'العربية',
  comma: '، ',
  colon: ': ',
  keyWords: 'english',
}

export const mail: MailWords = {
  subject: 'يُرجى الاطلاع على Goodfaith',
  body: [
    'ربما يوجد ما يخصك في Goodfaith. يُرجى تسجيل الدخول والاطلاع:',
    '%',
    'هذه الرسالة هي نفسها دائمًا وتُرسل في ساعات ثابتة. وهي لا تقول ما الموجود، ولا مقداره، ولا منذ متى.',
    'يُرجى عدم الرد عليها: لا أحد يقرأ الردود.',
  ],
}
