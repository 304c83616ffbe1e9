import { expectedSchedule, isMovedAgainstPack } from '../../../domain/procedure/schedule.ts'
import { h } from '../../ui/dom.ts'
import type { Send } from './procedure.ts'
import { stepForm } from './step-form.ts'
import type { View } from './view.ts'

/** A limit that somebody moved later than the rules allow: said first, with the ways to put it right. */
export const movedNodes = (view: View, send: Send): Node[] => {
  const { t, setting, progress, opened } = view
  const expected = expectedSchedule(setting, progress)
  const { release } = opened.file
  if (expected.release === null || !isMovedAgainstPack(expected, opened.file)) return []
  const words =
    release === null
      ? t('case.moved.gone', { day: expected.release })
      : t('case.moved.text', { day: expected.release, to: release })
  return [
    h('div', { class: 'box warn' }, h('h2', {}, t('case.moved.title')), h('p', {}, words)),
    stepForm(view, 'restore-limit', send),
  ]
}
