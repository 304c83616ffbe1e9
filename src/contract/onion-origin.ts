/** An onion service of version 3. Tor itself encrypts the way to it, and Tor Browser trusts it like TLS. */
export const isOnionOrigin = (value: string): boolean => /^https?:\/\/[a-z2-7]{56}\.onion$/.test(value)
