/** The sealed body of an entry: a flat list of named texts, so that each of them can later be disclosed alone. */
export type Fields = Readonly<Record<string, string>>
