import { Problem } from './problem.ts'

/** The origin of an address that somebody typed. */
export function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Problem('usage', `${address} is not an address such as https://ethics.example.`)
  return url.origin
}

/** Asks the service. It says as little of itself as it can: no cookie, no name, no language. */
export async function ask(origin: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, 'user-agent': '', 'accept-language': '*' }
  try {
    return await fetch(origin + path, { ...init, headers, redirect: 'error' })
  } catch {
    throw new Problem('unreachable', `${origin} cannot be reached. Nothing was sent, or nothing came back: try again.`)
  }
}
