import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { NewKit } from '../../../contract/passkeys.ts'
import type { Role } from '../../../domain/roles.ts'
import { useDesk } from '../desk/desk.ts'
import { type Enrolled, enrol } from '../enrol/enrol.ts'
import { KitSteps } from '../enrol/kit-steps.tsx'
import { You } from '../found/you.tsx'
import { Heading } from '../parts/heading.tsx'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Code } from './code.tsx'

const steps = ['you', 'kit', 'compare'] as const

interface JoiningProps {
  readonly token: string
  readonly role: Role
  /** Who gets new keys; nobody where somebody comes into the office. */
  readonly member?: Person
}

/** Joins by invitation: a passkey, a recovery kit, then a code to compare aloud with the chief who signs. */
export const Joining = ({ token, role, member }: JoiningProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [you, setYou] = useState<(Enrolled & { readonly name: string }) | null>(null)
  const [code, setCode] = useState<readonly string[] | null>(null)
  const step = you === null ? 'you' : code === null ? 'kit' : 'compare'

  const makePasskey = async (name: string): Promise<void> => setYou({ ...(await enrol(desk, token, name)), name })
  const join = async (kit: NewKit): Promise<void> => {
    if (you === null) return
    const newcomer = { id: you.member, role, label: you.name, ...(member && { clearance: member.clearance }) }
    const mine = await desk.vault.join(newcomer, you.credential, kit)
    const read = await desk.vault.readJoin(mine.join, mine.proof)
    await desk.call('join', { body: { token, ...mine, credential: you.credential, kit } })
    desk.vault.forget()
    setCode(read.code)
  }

  return (
    <main class="sheet stack">
      <p class="quiet">{t('enrol.step', { number: steps.indexOf(step) + 1, of: steps.length })}</p>
      <Heading key={step}>
        {member && step === 'you'
          ? t('rekey.you', { name: member.label })
          : t(`join.${step}`, { role: t(`role.${role}`) })}
      </Heading>
      <p class="lead">{t(member && step === 'you' ? 'rekey.you.lead' : `join.${step}.lead`)}</p>
      {step === 'you' && <You onPasskey={makePasskey} {...(member && { known: member.label })} />}
      {step === 'kit' && you && <KitSteps member={you.member} onDone={join} />}
      {code && (
        <>
          <Code words={code} />
          <p>{t(member ? 'rekey.wait' : 'join.wait')}</p>
          <p>
            <a href="#inbox">{t('join.enter')}</a>
          </p>
        </>
      )}
    </main>
  )
}
