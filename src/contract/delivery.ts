import * as v from 'valibot'
import { day, instant, memberId } from './binary.ts'
import { limits } from './limits.ts'
import { isMailAddress, mailAddressLength } from './mail-address.ts'

const MailAddress = v.pipe(v.string(), v.maxLength(mailAddressLength), v.check(isMailAddress))

/** Where one is written to. The second address is used when the first fails, and when the office is silent for long. */
export const MailAddresses = v.pipe(
  v.strictObject({
    first: v.nullable(MailAddress),
    second: v.nullable(MailAddress),
    /** Write to the first on every working day, whether there is something or not, and on none for a reason. */
    daily: v.boolean(),
  }),
  v.check(({ first, second }) => first !== null || second === null),
)
export type MailAddresses = v.InferOutput<typeof MailAddresses>

/** Days of the headquarters, both counted. Whoever covers hears of new things too. */
const absence = { first: day, last: day, cover: memberId }
export const Absence = v.strictObject({ memberId, ...absence })
export type Absence = v.InferOutput<typeof Absence>

export const OwnAbsences = v.strictObject({
  absences: v.pipe(
    v.array(
      v.pipe(
        v.strictObject(absence),
        v.check(({ first, last }) => first <= last),
      ),
    ),
    v.maxLength(limits.absences),
  ),
})
export type OwnAbsences = v.InferOutput<typeof OwnAbsences>

export const Delivery = v.strictObject({
  /** From where mail comes; `null` where none is sent, since none is set up. */
  from: v.nullable(v.string()),
  addresses: MailAddresses,
  /** Everybody's that are not over. */
  absences: v.array(Absence),
})
export type Delivery = v.InferOutput<typeof Delivery>

const place = v.picklist(['first', 'second'])

/** Mails that did not arrive. `trying`: they will be tried again by themselves. */
export const Undelivered = v.strictObject({
  letters: v.array(
    v.strictObject({ memberId, place, since: instant, state: v.picklist(['trying', 'refused', 'unreachable']) }),
  ),
})
export type Undelivered = v.InferOutput<typeof Undelivered>

export const Retry = v.strictObject({ memberId, place })
export type Retry = v.InferOutput<typeof Retry>
