import type { OperationName } from '../contract/operations.ts'
import type { Handlers } from './call.ts'
import { caseworkHandlers } from './handlers/casework.ts'
import { deliveryHandlers } from './handlers/delivery.ts'
import { filesHandlers } from './handlers/files.ts'
import { peopleHandlers } from './handlers/people.ts'
import { reportingHandlers } from './handlers/reporting.ts'
import { signingInHandlers } from './handlers/signing-in.ts'

/** What answers each call of the contract. */
export const handlers: Handlers<OperationName> = {
  ...reportingHandlers,
  ...peopleHandlers,
  ...signingInHandlers,
  ...caseworkHandlers,
  ...filesHandlers,
  ...deliveryHandlers,
}
