import type { deliveries } from '../../contract/operations/delivery.ts'
import { readDelivery, setAbsences, setMailAddresses } from '../../service/delivery/own.ts'
import { listUndelivered, retryMail } from '../../service/delivery/undelivered.ts'
import type { Handlers } from '../call.ts'

const done = { answer: undefined }

/** How people of the office hear that there is something. */
export const deliveryHandlers: Handlers<keyof typeof deliveries> = {
  readDelivery: async ({ world, officer }) => ({ answer: await readDelivery(world, officer) }),
  setMailAddresses: async ({ world, officer, body }) => {
    await setMailAddresses(world, officer, body)
    return done
  },
  setAbsences: async ({ world, officer, body }) => {
    await setAbsences(world, officer, body)
    return done
  },
  listUndelivered: async ({ world }) => ({ answer: await listUndelivered(world) }),
  retryMail: async ({ world, body }) => {
    await retryMail(world, body)
    return done
  },
}
