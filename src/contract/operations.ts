import { casework } from './operations/casework.ts'
import { people } from './operations/people.ts'
import { reporting } from './operations/reporting.ts'
import { signingIn } from './operations/signing-in.ts'

/** Every call of the interface. The service registers its routes from this table and openapi.json is made from it. */
export const operations = { ...reporting, ...people, ...signingIn, ...casework } as const

export type OperationName = keyof typeof operations
