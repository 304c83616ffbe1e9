import nodemailer from 'nodemailer'
import type { Mailer, Outcome } from '../../service/ports.ts'
import type { MailSettings } from './settings.ts'

/** Milliseconds for each wait of an attempt, so that all of it ends before the attempt is given to somebody else. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 }

/** Mail by SMTP (RFC 5321), over TLS wherever the server offers it. */
export function smtpMailer({ url, from }: MailSettings): Mailer {
  const transport = nodemailer.createTransport({ url, ...patience })
  return {
    from,
    send: ({ to, message }) =>
      transport.sendMail({ envelope: { from, to }, raw: message }).then(() => 'accepted', outcomeOf),
  }
}

/** What the server said to whom it was told of, and to the message: only that is about this mail. */
const aboutTheMail = ['RCPT TO', 'DATA']

/** 5xx is for ever, 4xx for now. Whatever ends the talk before the recipient was named would end every other one too. */
function outcomeOf(error: unknown): Outcome {
  const { command, responseCode } = error as { readonly command?: string; readonly responseCode?: number }
  if (responseCode === undefined || !aboutTheMail.includes(command ?? '')) return 'down'
  return responseCode >= 500 ? 'refused' : 'later'
}
