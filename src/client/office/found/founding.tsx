import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { NewKit } from '../../../contract/passkeys.ts'
import { packHash } from '../../ui/pack.ts'
import { useDesk } from '../desk/desk.ts'
import { sitDown } from '../desk/enter.ts'
import { type Enrolled, enrol } from '../enrol/enrol.ts'
import { KitSteps } from '../enrol/kit-steps.tsx'
import { Heading } from '../parts/heading.tsx'
import { useWords } from '../words.ts'
import { type DescriptionDraft, describe, draftOf } from './description.ts'
import { DescriptionForm } from './description-form.tsx'
import { You } from './you.tsx'

const steps = ['office', 'you', 'kit'] as const

/** Founds the office: what it says of itself, the first chief's passkey, and their recovery kit; then all is signed. */
export const Founding = ({ token }: { token: string }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [draft, setDraft] = useState<DescriptionDraft | null>(null)
  const [you, setYou] = useState<(Enrolled & { readonly name: string }) | null>(null)
  const step = draft === null ? 'office' : you === null ? 'you' : 'kit'

  const makePasskey = async (name: string): Promise<void> => setYou({ ...(await enrol(desk, token, name)), name })
  const found = async (kit: NewKit): Promise<void> => {
    if (draft === null || you === null) return
    const office = await desk.call('officeState')
    const chief = { id: you.member, role: 'chief', label: you.name } as const
    const statements = await desk.vault.found(chief, office.serviceKey, describe(draft, packHash()), office.day)
    const body = { token, statements: [...statements] as [...typeof statements], credential: you.credential, kit }
    const signedIn = await desk.call('foundOffice', { body })
    await sitDown(desk, { by: 'passkey', key: you.prf }, signedIn)
    location.hash = '#open'
  }

  return (
    <main class="sheet stack">
      <p class="quiet">{t('enrol.step', { number: steps.indexOf(step) + 1, of: steps.length })}</p>
      <Heading key={step}>{t(`found.${step}`)}</Heading>
      <p class="lead">{t(`found.${step}.lead`)}</p>
      {step === 'office' && <DescriptionForm from={draftOf(null)} action={t('found.continue')} onDone={setDraft} />}
      {step === 'you' && <You onPasskey={makePasskey} />}
      {step === 'kit' && you && <KitSteps member={you.member} onDone={found} />}
    </main>
  )
}
