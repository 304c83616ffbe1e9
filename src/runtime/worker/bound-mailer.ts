import { EmailMessage } from 'cloudflare:email'
import type { Mailer, Outcome } from '../../service/ports.ts'

/** Mail by Cloudflare's binding, which sends from addresses of a domain that is set up for it. */
export const boundMailer = (binding: SendEmail, from: string): Mailer => ({
  from,
  send: async ({ to, message }) => {
    try {
      await binding.send(new EmailMessage(from, to, message))
      return 'accepted'
    } catch (error) {
      return outcomeOf(error)
    }
  },
})

/** What Cloudflare says of a recipient that it will never deliver to: by code, in words where there is none. */
const aboutTheRecipient = /^E_RECIPIENT_|to .+ not allowed|not a verified address/

function outcomeOf(error: unknown): Outcome {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string }
  return aboutTheRecipient.test(code) || aboutTheRecipient.test(message) ? 'refused' : 'later'
}
