import { readPack } from '../../../../src/domain/pack/pack.ts'
import { rulesOf } from '../../../../src/domain/pack/rules.ts'
import { modelFiles } from '../../../../src/domain/packs/model/index.ts'
import type { Author, Setting } from '../../../../src/domain/procedure/step.ts'
import type { Role } from '../../../../src/domain/roles.ts'

export const rules = rulesOf(readPack(modelFiles))

const office: Readonly<Record<string, Role>> = {
  ada: 'chief',
  ines: 'officer',
  bo: 'officer',
  sol: 'substitute',
  alma: 'alternate',
  ivo: 'investigator',
  ilse: 'investigator',
}

export const setting: Setting = {
  rules,
  people: Object.entries(office).map(([id, role]) => ({ id, role, from: '2020-01-01', until: null })),
}

/** Rosa is the reporter, the service is itself, everybody else is of the office; other names are keys of a reporter. */
export function person(name: string): Author {
  if (name === 'service') return { role: 'service', id: name }
  return { role: office[name] ?? 'reporter', id: name }
}

export const handlers = Object.keys(office)
