import type { VNode } from 'preact'
import { inLanguage } from '../../../domain/pack/words.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import { useWords } from '../words.ts'
import { guardExit, guardSentence } from './guard-words.ts'
import { lastDayToSign } from './last-day-to-sign.ts'
import type { Offered } from './offered.ts'

interface ButtonProps {
  readonly setting: Setting
  readonly step: Offered
  /** Its place among the allowed steps, from 0; -1 if it is forbidden. */
  readonly place: number
  /** The steps that can be taken, to which the way out of this one may lead. */
  readonly offered: readonly Offered[]
  readonly onTake: (step: Offered) => void
}

/** One step as a button. A forbidden one stays readable: the rule, the way out, and the steps that are the way out. */
export const StepButton = ({ setting, step, place, offered, onTake }: ButtonProps): VNode => {
  const t = useWords()
  const { forbidden, line, proposal } = step
  const name = (of: Offered): string => inLanguage(setting.rules.pack, of.line.label, t.language.tag)
  const exits = forbidden === null ? [] : (setting.rules.guards.get(forbidden)?.exits ?? [])
  const ways = offered.filter((other) => other.transition !== step.transition && exits.includes(other.transition))
  return (
    <>
      <button
        type="button"
        class={place === 0 ? 'btn' : 'btn two'}
        aria-disabled={forbidden === null ? undefined : 'true'}
        onClick={() => forbidden === null && onTake(step)}
      >
        <span>
          {proposal ? t('step.second', { what: name(step) }) : name(step)}
          {forbidden !== null && <small>{guardSentence(t, setting, forbidden)}</small>}
          {forbidden !== null && ways.length === 0 && <small>{guardExit(t, setting, forbidden)}</small>}
          {proposal && (
            <small>{t('step.second.due', { day: proposal.day, until: lastDayToSign(setting, proposal) })}</small>
          )}
          {forbidden === null && line.signers === 'two' && !proposal && <small>{t('step.two')}</small>}
        </span>
        {place >= 0 && place < 9 && <kbd>{place + 1}</kbd>}
      </button>
      {ways.map((way) => (
        <button key={way.transition} type="button" class="plain way" onClick={() => onTake(way)}>
          {t('step.way', { what: name(way) })}
        </button>
      ))}
    </>
  )
}
