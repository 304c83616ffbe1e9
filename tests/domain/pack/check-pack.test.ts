import { describe, expect, it } from 'vitest'
import { checkPack, describeProblem } from '../../../src/domain/pack/check/check-pack.ts'
import { modelFiles } from '../../../src/domain/packs/model/index.ts'

type Lines = { id: string; from?: string[] }[]
type Files = Record<string, Lines>
type Change = (files: Files) => void

/** What is said of the model pack after somebody changed it. */
function faultsAfter(...changes: readonly Change[]): string[] {
  const files = structuredClone(modelFiles) as Files
  for (const change of changes) change(files)
  return checkPack(files).map(describeProblem)
}

function lineOf(files: Files, file: string, id: string): Lines[number] {
  const line = files[file]?.find((one) => one.id === id)
  if (!line) throw new Error(`${file} has no ${id}`)
  return line
}

/** Puts a value into a field of a line, at a dotted path; without a value, cuts the field out. */
function put(file: string, id: string, path: string, value?: unknown): Change {
  return (files) => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let part: Record<string, unknown> = lineOf(files, file, id)
    for (const name of names) part = part[name] as Record<string, unknown>
    if (value === undefined) delete part[last]
    else part[last] = value
  }
}

function without(file: string, ...ids: readonly string[]): Change {
  return (files) => {
    files[file] = (files[file] ?? []).filter(({ id }) => !ids.includes(id))
  }
}

/** Adds a copy of a line to a file, changed in these fields. */
function copy(from: string, id: string, to: string, changed: object): Change {
  return (files) => {
    files[to]?.push({ ...structuredClone(lineOf(files, from, id)), ...changed })
  }
}

const main = 'states/main.json'
const outcome = 'transitions/outcome.json'
const always = 'transitions/always.json'
const clocks = 'clocks/procedure.json'
const guards = 'guards/conditions.json'
const meetings = 'categories/meetings.json'

describe('the model pack', () => {
  it('has no fault', () => {
    expect(checkPack(modelFiles).map(describeProblem)).toEqual([])
  })
})

describe('a pack that may not start', () => {
  it.each<[string, Change, string]>([
    [
      'a step into an unknown state',
      put(outcome, 'recommend', 'to', 'limbo'),
      `${outcome}: recommend: unknown state: limbo`,
    ],
    [
      'a step from an unknown state',
      put(outcome, 'recommend', 'from', ['limbo']),
      `${outcome}: recommend: unknown state: limbo`,
    ],
    [
      'a clock in an unknown state',
      put(clocks, 'return', 'opens.in', ['limbo']),
      `${clocks}: return: unknown state: limbo`,
    ],
    [
      'a condition on an unknown state',
      put(guards, 'case-open', 'when', { not: { any: [{ state: ['limbo'] }] } }),
      `${guards}: case-open: unknown state: limbo`,
    ],
    [
      'a category on a dangling route',
      put(meetings, 'MTG-RULE', 'route', 'nowhere'),
      `${meetings}: MTG-RULE: dangling route: nowhere`,
    ],
    [
      'a category whose other route dangles',
      put(meetings, 'MTG-RULE', 'route_if_involved', 'nowhere'),
      `${meetings}: MTG-RULE: dangling route: nowhere`,
    ],
    [
      'a step behind an unknown guard',
      put(outcome, 'recommend', 'guards', ['gate']),
      `${outcome}: recommend: unknown guard: gate`,
    ],
    [
      'a state under an unknown clock',
      put(main, 'established', 'limit', 'hourglass'),
      `${main}: established: unknown clock: hourglass`,
    ],
    [
      'a guard that asks an unknown clock',
      put(guards, 'return-overdue', 'when', { passed: 'hourglass' }),
      `${guards}: return-overdue: unknown clock: hourglass`,
    ],
    [
      'a guard whose way out is no step',
      put(guards, 'return-overdue', 'exits', ['fly']),
      `${guards}: return-overdue: unknown step: fly`,
    ],
    [
      'a clock that an unknown step ends',
      put(clocks, 'return', 'ends', ['fly']),
      `${clocks}: return: unknown step: fly`,
    ],
    [
      'a step with an unknown notice',
      put(outcome, 'recommend', 'notices', ['N99']),
      `${outcome}: recommend: unknown notice: N99`,
    ],
    [
      'a step that says something without a name',
      put(outcome, 'close', 'needs', { mood: [] }),
      `${outcome}: close: unknown name in terms: mood`,
    ],
    [
      'a choice without words',
      put('transitions/intake.json', 'reassign', 'needs.newcomer', ['no', 'perhaps']),
      'transitions/intake.json: reassign: no words for the choice: newcomer perhaps',
    ],
    [
      'a verdict without words',
      put(outcome, 'determine-established', 'about.verdicts.found', ['established', 'maybe']),
      `${outcome}: determine-established: unknown verdict: maybe`,
    ],
    [
      'an answer of the engine without words',
      without('verdicts.json', 'worse'),
      'verdicts.json: worse: the engine needs this line',
    ],
    [
      'a step that tells of a value without a name',
      put(outcome, 'close', 'tells.change', { en: 'Closed: {mood}', fr: 'Clos : {mood}' }),
      `${outcome}: close: unknown value: mood`,
    ],
    [
      'a step that tells other things in another language',
      put(outcome, 'close', 'tells.change.fr', 'Clos.'),
      'words/fr/transitions.json: close: tells.change uses other values than: reasons',
    ],
    [
      'a notice about an unknown clock',
      put('notices.json', 'N4', 'clocks', ['hourglass']),
      'notices.json: N4: unknown clock: hourglass',
    ],
    [
      'a step by an unknown party',
      put(outcome, 'recommend', 'by', ['ghost']),
      `${outcome}: recommend: unknown party: ghost`,
    ],
    [
      'a question for an unknown element',
      put(meetings, 'MTG-RULE', 'elements', ['colour']),
      `${meetings}: MTG-RULE: unknown name in elements: colour`,
    ],
    [
      'a missing translation',
      put(main, 'informal', 'label.fr'),
      'words/fr/states.json: informal: missing translation: label',
    ],
    [
      'a language that is not declared',
      put(main, 'informal', 'help.de', 'Vermittlung'),
      'words/de/states.json: informal: help, which the pack does not declare',
    ],
    [
      'a notice translated with other values',
      put('notices.json', 'N9', 'body.fr', '{outcome}'),
      'words/fr/notices.json: N9: body uses other values than: last_day, outcome',
    ],
    [
      'a paragraph that its document does not have',
      put(meetings, 'MTG-RULE', 'source.paragraphs', ['25']),
      `${meetings}: MTG-RULE: meetings has no paragraph 25`,
    ],
    [
      'a clause that its document does not have',
      put('categories/staff-duties.json', 'STF-CLASS', 'source.paragraphs', ['op5']),
      'categories/staff-duties.json: STF-CLASS: confidentiality has no paragraph op5',
    ],
    [
      'a document that the pack does not have',
      put(main, 'informal', 'source.document', 'hearsay'),
      `${main}: informal: unknown document: hearsay`,
    ],
    [
      'a document replaced by an unknown one',
      put('documents.json', 'standards', 'superseded_by', 'hearsay'),
      'documents.json: standards: unknown name in documents: hearsay',
    ],
    ['two lines with one id', copy(main, 'informal', main, {}), `${main}: informal: duplicated id: informal`],
    [
      'two files with one id',
      copy(main, 'informal', 'states/measures.json', {}),
      'states/measures.json: informal: duplicated id: informal',
    ],
    [
      'a guard that the engine keeps is left out',
      without('guards/built-in.json', 'same-signer'),
      'guards.json: same-signer: the engine needs this line',
    ],
    [
      'a clock that the engine asks for is left out',
      without(clocks, 'filing'),
      'clocks.json: filing: the engine needs this line',
    ],
    [
      'a state that no step reaches',
      copy(main, 'closed', main, { id: 'archive' }),
      `${main}: archive: unreachable state`,
    ],
    [
      'a step from one region into another',
      put(outcome, 'recommend', 'to', 'measures_ended'),
      `${outcome}: recommend: leads from one region into another`,
    ],
    [
      'two first states',
      put(main, 'advice', 'kind', 'first'),
      'states.json: main must have one first state, and has 2',
    ],
    [
      'a state that waits without a limit',
      put(main, 'management_decision', 'limit', null),
      `${main}: management_decision: waits on management without a limit`,
    ],
    [
      'a limit that does not run there',
      put(clocks, 'management', 'opens.in', []),
      `${main}: management_decision: waits on management without a limit`,
    ],
    [
      'an office whose silence opens nothing',
      put(clocks, 'preliminary', 'hard', false),
      `${main}: preliminary_review: waits on office, and its limit does not open the case`,
    ],
    [
      'a party that alone can lead on',
      without(outcome, 'management-silent'),
      `${main}: management_decision: waits on management, and nobody else can lead on`,
    ],
    [
      'a field that no line has',
      put(main, 'informal', 'colour', 'red'),
      `${main}: informal: has a field that no line of its kind has: colour`,
    ],
    ['a line without its mark', put(main, 'informal', 'mark'), `${main}: informal: mark: must be an object`],
    [
      'a mark that is none',
      put(main, 'informal', 'mark.provenance', 'rumour'),
      `${main}: informal: mark: provenance: must be one of: source, analogy, local`,
    ],
    [
      'a condition that is none',
      put(guards, 'case-open', 'when', { all: [{ moon: 'full' }] }),
      `${guards}: case-open: when: all: 0: must be a condition`,
    ],
    [
      'a day that does not exist',
      copy('holidays.json', '2027-01-01', 'holidays.json', { id: '2027-02-29' }),
      'holidays.json: 2027-02-29: id: must be a day',
    ],
    [
      'a file that no pack has',
      (files) => {
        files['spells.json'] = []
      },
      'spells.json: is a file that no pack has',
    ],
    [
      'a missing file',
      (files) => {
        delete files['notices.json']
      },
      'notices.json: is missing',
    ],
    [
      'a file that is no list',
      (files) => {
        files['notices.json'] = {} as Lines
      },
      'notices.json: must be a list of lines',
    ],
    [
      'a pack that does not say its languages',
      (files) => {
        delete (files['pack.json'] as { languages?: unknown }).languages
      },
      'pack.json: languages: must be a list',
    ],
  ])('%s', (_, change, problem) => {
    expect(faultsAfter(change)).toContain(problem)
  })

  it('two states that only lead to each other', () => {
    const round = ['rejected', 'no_answer']
    const closed: Change = (files) => {
      for (const [file, lines] of Object.entries(files)) {
        if (!file.startsWith('transitions/')) continue
        for (const line of lines) line.from = (line.from ?? []).filter((state) => !round.includes(state))
      }
    }
    const faults = faultsAfter(
      closed,
      put(always, 'withdraw', 'from', ['submitted']),
      copy(outcome, 'recommend', outcome, { id: 'to', from: ['rejected'], to: 'no_answer' }),
      copy(outcome, 'recommend', outcome, { id: 'fro', from: ['no_answer'], to: 'rejected' }),
    )
    expect(faults).toContain(`${main}: rejected: cycle without exit`)
    expect(faults).toContain(`${main}: no_answer: cycle without exit`)
  })

  it('a state that leads nowhere', () => {
    const faults = faultsAfter(
      without('transitions/intake.json', 'take-over'),
      put(always, 'withdraw', 'from', ['submitted']),
    )
    expect(faults).toContain(`${main}: reassigned: state without exit`)
  })
})
