/**
 * The cookie of officers' sessions; reporters get none. Its name binds it to this host, path and TLS. Browsers take such
 * a cookie from `http://localhost` too, except that some do not allow the prefix there: plain HTTP goes without it.
 */
export function sessionCookie(secure: boolean) {
  const name = secure ? '__Host-gf' : 'gf'
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'
  return {
    read(header: string | undefined): string | null {
      const pairs = (header ?? '').split(';').map((pair) => pair.trim())
      return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
    },
    /** The header that sets it for as long as the browser runs, or takes it away. The service ends sessions by itself. */
    write: (value: string | null): string =>
      value === null ? `${name}=; ${attributes}; Max-Age=0` : `${name}=${value}; ${attributes}`,
  }
}
