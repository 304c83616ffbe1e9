import { describe, expect, it } from 'vitest'
import { canonicalPack } from '../../../src/domain/pack/canonical.ts'
import { kindOf, kinds } from '../../../src/domain/pack/kinds.ts'
import { askedFor, elementsOf, inForce, receiverOf, sourcesOf } from '../../../src/domain/pack/lookups.ts'
import { readPack } from '../../../src/domain/pack/pack.ts'
import { byId, known, rulesOf } from '../../../src/domain/pack/rules.ts'
import { modelFiles } from '../../../src/domain/packs/model/index.ts'
import { outsideLimits } from '../../../src/domain/procedure/filing.ts'
import { isRiskDue, riskLevel } from '../../../src/domain/procedure/risk.ts'
import { intake, play, underInvestigation } from '../procedure/support/play.ts'

const pack = readPack(modelFiles)
const rules = rulesOf(pack)

describe('the model pack', () => {
  it('holds the whole catalogue, the nineteen notices, that of a readmission, and every kind of line', () => {
    expect(pack.categories).toHaveLength(86)
    expect(pack.notices.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => `N${index + 1}`))
    expect(kinds.filter((kind) => pack[kind].length === 0)).toEqual([])
    expect(new Set(pack.categories.map(({ group }) => group)).size).toBe(pack.groups.length)
  })

  it('claims no confirmation that nobody gave, and calls a source only what one of the held documents says', () => {
    const held = new Set(pack.documents.filter(({ held }) => held).map(({ id }) => id))
    for (const kind of kinds) {
      for (const { mark, source } of pack[kind]) {
        expect(mark.confirmed_by).toBeNull()
        if (mark.provenance === 'source' && kind !== 'documents')
          expect(held, source.document).toContain(source.document)
      }
    }
  })

  it('a document rules from its first day to its last', () => {
    const standards = known(byId(pack.documents), 'standards')
    expect(inForce(standards, '2002-06-03')).toBe(false)
    expect(inForce(standards, '2014-11-30')).toBe(true)
    expect(inForce(standards, '2014-12-01')).toBe(false)
    expect(inForce(known(byId(pack.documents), 'meetings'), '2030-01-01')).toBe(true)
  })

  it('whoever is involved does not receive the matter', () => {
    expect(receiverOf(pack, 'MTG-HARASS', [])).toBe('presiding-officer')
    expect(receiverOf(pack, 'MTG-HARASS', ['presiding-officer'])).toBe('office')
    expect(receiverOf(pack, 'MTG-HARASS', ['presiding-officer', 'office'])).toBe('substitute')
    expect(receiverOf(pack, 'RET-ACT', ['office'])).toBe('substitute')
    for (const { id } of pack.categories) {
      const first = receiverOf(pack, id, [])
      expect(receiverOf(pack, id, [first]), id).not.toBe(first)
    }
  })

  it('a category asks what the categories it imports ask, and every element says why it is asked', () => {
    expect(elementsOf(pack, 'CMP-PROP')).toEqual(['item', 'benefit'])
    expect(askedFor(pack, 'protected-activity').map(({ id }) => id)).toEqual(['RET-ACT', 'RET-THREAT'])
    expect(pack.elements.filter(({ id }) => askedFor(pack, id).length === 0).map(({ id }) => id)).toEqual([])
    expect(sourcesOf(known(byId(pack.categories), 'STF-CONF')).map(({ document }) => document)).toEqual([
      'standards',
      'confidentiality',
    ])
  })

  it('the matrix gives the level of every likelihood and seriousness', () => {
    expect(riskLevel(rules, 'almost-certain', 'minor')).toBe('medium')
    expect(riskLevel(rules, 'likely', 'major')).toBe('high')
    expect(riskLevel(rules, 'highly-unlikely', 'extreme')).toBe('medium')
    expect(riskLevel(rules, 'never', 'extreme')).toBeNull()
  })

  it('the risk is assessed again when the case reaches a new moment', () => {
    expect(isRiskDue(rules, play(...intake).history)).toBe(true)
    expect(isRiskDue(rules, play(...underInvestigation.slice(0, -2)).history)).toBe(false)
    expect(isRiskDue(rules, play(...underInvestigation).history)).toBe(true)
  })

  it('limits of bodies outside stand unconfirmed', () => {
    expect(outsideLimits(rules, null).every(({ last }) => last === null)).toBe(true)
  })
})

describe('the text that a pack is hashed from', () => {
  it('is the same whatever the order of files and fields, and another for another word', () => {
    const turned = Object.fromEntries(
      Object.entries(modelFiles)
        .reverse()
        .map(([file, content]) => [file, JSON.parse(JSON.stringify(content))]),
    )
    expect(canonicalPack(turned)).toBe(canonicalPack(modelFiles))
    expect(canonicalPack({ b: [{ z: 1, a: { d: 'é', c: null } }], a: [] })).toBe(
      '{"a":[],"b":[{"a":{"c":null,"d":"é"},"z":1}]}',
    )
    expect(canonicalPack({ a: [1, 2] })).not.toBe(canonicalPack({ a: [2, 1] }))
  })

  it('names of files tell the kind of their lines', () => {
    expect(kindOf('states/main.json')).toBe('states')
    expect(kindOf('notices.json')).toBe('notices')
    expect(kindOf('toString.json')).toBeNull()
  })
})
