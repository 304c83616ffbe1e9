/** What a mail says, in each language of the interface: always this and nothing else. `%` stands for the address. Subjects are ASCII. */
export const mailWords = {
  en: {
    subject: 'Please look into Goodfaith',
    body: [
      'There may be something for you in Goodfaith. Please sign in and have a look:',
      '%',
      'This message is always the same and leaves at fixed times. It does not say what there is, how much, or since when.',
      'Please do not answer it: nobody reads the answers.',
    ],
  },
  fr: {
    subject: 'Merci de consulter Goodfaith',
    body: [
      'Il y a peut-être quelque chose pour vous dans Goodfaith. Merci de vous connecter et de regarder\u00a0:',
      '%',
      'Ce message est toujours le même et part à heures fixes. Il ne dit ni ce qu’il y a, ni combien, ni depuis quand.',
      'Merci de ne pas y répondre\u00a0: personne ne lit les réponses.',
    ],
  },
} as const
