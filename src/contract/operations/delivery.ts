import * as delivery from '../delivery.ts'
import { limits } from '../limits.ts'
import { define } from './operation.ts'

/** How people of the office hear that there is something. */
export const deliveries = define({
  readDelivery: {
    method: 'GET',
    path: '/api/office/delivery',
    access: 'session',
    status: 200,
    answer: delivery.Delivery,
    summary: 'Whether mail is sent, one’s own addresses, and who is away until when',
  },
  setMailAddresses: {
    method: 'POST',
    path: '/api/office/delivery/addresses',
    access: 'session',
    status: 204,
    body: delivery.MailAddresses,
    most: limits.smallBody,
    summary: 'Set one’s own mail addresses, or take them away',
  },
  setAbsences: {
    method: 'POST',
    path: '/api/office/delivery/absences',
    access: 'session',
    status: 204,
    body: delivery.OwnAbsences,
    most: limits.smallBody,
    summary: 'Set when one is away, and who covers',
  },
  listUndelivered: {
    method: 'GET',
    path: '/api/office/delivery/undelivered',
    access: 'chief',
    status: 200,
    answer: delivery.Undelivered,
    summary: 'Mails that did not arrive: to whom, at which of their addresses, since when',
  },
  retryMail: {
    method: 'POST',
    path: '/api/office/delivery/retries',
    access: 'chief',
    status: 204,
    body: delivery.Retry,
    most: limits.smallBody,
    summary: 'Send what did not arrive at an address again, in the next quarter of an hour',
  },
})
