import { boundMailer } from '../../src/runtime/worker/bound-mailer.ts'

/** A worker with a mail binding and nothing else: sends the mail that a request brings and answers how it went. */
const bridge = {
  async fetch(request: Request, { MAIL }: { readonly MAIL: SendEmail }): Promise<Response> {
    const { from, ...letter } = (await request.json()) as { from: string; to: string; message: string }
    return new Response(await boundMailer(MAIL, from).send(letter))
  },
}

// biome-ignore lint/style/noDefaultExport: a worker is its default export.
export default bridge
