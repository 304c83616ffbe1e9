import type * as v from 'valibot'
import { casework } from './operations/casework.ts'
import { deliveries } from './operations/delivery.ts'
import { files } from './operations/files.ts'
import { people } from './operations/people.ts'
import { reporting } from './operations/reporting.ts'
import { signingIn } from './operations/signing-in.ts'

/** Every call of the interface. The service registers its routes from this table and openapi.json is made from it. */
export const operations = { ...reporting, ...people, ...signingIn, ...casework, ...files, ...deliveries } as const

export type OperationName = keyof typeof operations

type Table = typeof operations
type Output<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined

/** What a call brings and gets, by its name. */
export type BodyOf<Name extends OperationName> = Table[Name] extends { readonly body: infer Schema }
  ? Schema extends 'bytes'
    ? Uint8Array<ArrayBuffer>
    : Output<Schema>
  : undefined
export type QueryOf<Name extends OperationName> = Table[Name] extends { readonly query: infer Schema }
  ? Output<Schema>
  : undefined
export type HeadersOf<Name extends OperationName> = Table[Name] extends { readonly headers: infer Schema }
  ? Output<Schema>
  : undefined
export type AnswerOf<Name extends OperationName> = Table[Name] extends { readonly answer: infer Schema }
  ? Schema extends 'page' | 'bytes'
    ? Uint8Array<ArrayBuffer>
    : Output<Schema>
  : undefined
export type AccessOf<Name extends OperationName> = Table[Name]['access']
