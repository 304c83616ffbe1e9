import type { VNode } from 'preact'
import type { Credentials } from '../../../contract/office.ts'
import { useDesk } from '../desk/desk.ts'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

interface PasskeysProps {
  readonly own: Credentials
  readonly onChanged: (words: string) => Promise<void>
}

/** One's own passkeys. The last one that works cannot be deleted. */
export const Passkeys = ({ own, onChanged }: PasskeysProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const remove = useAct(async (id: string, label: string) => {
    await desk.call('deleteCredential', { path: { id } })
    await onChanged(t('keys.deleted', { label }))
  })
  return (
    <section class="stack">
      <h2>{t('keys.passkeys')}</h2>
      <Problem of={remove.problem} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('keys.label')}</th>
            <th scope="col">{t('keys.made')}</th>
            <th scope="col">{t('keys.state')}</th>
            <th scope="col">
              <span class="vh">{t('people.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {own.credentials.map(({ id, label, created, state }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{t.day(created)}</td>
              <td class={state === 'ready' ? undefined : 'ochre'}>{t(`keys.state.${state}`)}</td>
              <td class="n">
                {own.credentials.length > 1 && (
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('keys.delete.of', { label })}
                    onClick={() => remove.run(id, label)}
                  >
                    {t('keys.delete')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
