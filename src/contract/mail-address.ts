/**
 * A mail address in ASCII: a local part without quotes, a domain of at least two labels. Narrower than RFC 5321, so that
 * it can stand in a header and in a command as it is.
 */
const pattern = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/

/** The longest address that a path of RFC 5321 can hold. */
export const mailAddressLength = 254

export const isMailAddress = (text: string): boolean => text.length <= mailAddressLength && pattern.test(text)
