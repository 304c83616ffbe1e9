import type { CDPSession, Page } from 'playwright-core'

/** A passkey device that answers by itself, attached to one page of Chromium. */
export interface VirtualPasskeys {
  /** How many passkeys it holds. */
  readonly count: () => Promise<number>
  /** Takes the device away, and with it its passkeys and their PRF secrets: a lost device. */
  readonly lose: () => Promise<void>
  /** Whether the person passes the device's own check (finger, face, PIN) from now on. */
  readonly verifyPerson: (passes: boolean) => Promise<void>
}

/**
 * Attaches a platform authenticator with discoverable passkeys, user verification and PRF, unless it is to have none.
 *
 * A page has one such device at a time: Chromium refuses a second with the transport `internal`. Its passkeys live as
 * long as the page or until {@link VirtualPasskeys.lose}; they cannot be exported, since that would lose the PRF secret.
 */
export const attachPasskeys = async (page: Page, { prf = true } = {}): Promise<VirtualPasskeys> => {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: prf,
      automaticPresenceSimulation: true,
    },
  })
  return {
    count: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    lose: async () => {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
    verifyPerson: async (passes) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: passes })
    },
  }
}
