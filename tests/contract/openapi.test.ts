import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApi } from '../../src/build/openapi-document.ts'
import { projectRoot } from '../../src/build/root.ts'
import { operations } from '../../src/contract/operations.ts'

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; requestBody?: object }>>>>
}

test('openapi.json says what the contract says', () => {
  expect(JSON.parse(readFileSync(join(projectRoot, 'openapi.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(openApi())),
  )
})

test('whoever reads openapi.json finds every call, and no body that takes unknown fields', () => {
  const { paths } = openApi() as unknown as Document
  const described = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(operations).toSorted())
  const loose = described.filter(({ requestBody }) => {
    const text = JSON.stringify(requestBody ?? {})
    return text.split('"type":"object"').length !== text.split('"additionalProperties":false').length
  })
  expect(loose.map(({ operationId }) => operationId)).toEqual([])
})
