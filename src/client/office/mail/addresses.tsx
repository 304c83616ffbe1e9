import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { MailAddresses } from '../../../contract/delivery.ts'
import { isMailAddress, mailAddressLength } from '../../../contract/mail-address.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Check } from '../parts/check.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

interface AddressesProps {
  readonly addresses: MailAddresses
  /** From where mail comes; null where none is sent. */
  readonly from: string | null
  readonly onChanged: (words: string) => void
}

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const isWrong = (address: string | null): boolean => address !== null && !isMailAddress(address)

/** Where one is written to. Both addresses may be left empty: then no mail comes. */
export const Addresses = ({ addresses, from, onChanged }: AddressesProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [first, setFirst] = useState(addresses.first ?? '')
  const [second, setSecond] = useState(addresses.second ?? '')
  const [daily, setDaily] = useState(addresses.daily)
  const [tried, setTried] = useState(false)
  const wanted = { first: given(first), second: given(second), daily }
  const alone = wanted.first === null && wanted.second !== null
  const keep = useAct(async () => {
    await desk.call('setMailAddresses', { body: wanted })
    onChanged(t(wanted.first === null ? 'mail.kept.none' : 'mail.kept'))
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (!alone && !isWrong(wanted.first) && !isWrong(wanted.second)) keep.run()
  }
  const wrong = (address: string | null): string | undefined =>
    tried && isWrong(address) ? t('mail.wrong') : undefined
  return (
    <form class="stack" onSubmit={submit}>
      <h2>{t('mail.addresses')}</h2>
      <p>
        {from !== null && t('mail.from', { from })} {t('mail.clear')}
      </p>
      <Field
        label={t('mail.first')}
        hint={t('mail.first.hint')}
        value={first}
        maxLength={mailAddressLength}
        error={tried && alone ? t('mail.second.alone') : wrong(wanted.first)}
        onInput={setFirst}
      />
      <Field
        label={t('mail.second')}
        hint={t('mail.second.hint')}
        value={second}
        maxLength={mailAddressLength}
        error={wrong(wanted.second)}
        onInput={setSecond}
      />
      <div class="field">
        <Check label={t('mail.daily')} checked={daily} onChange={setDaily} />
        <p class="hint">{t('mail.daily.hint')}</p>
      </div>
      <Problem of={keep.problem} />
      <div class="acts">
        <Button submit busy={keep.busy}>
          {t('mail.keep')}
        </Button>
      </div>
    </form>
  )
}
