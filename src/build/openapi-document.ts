import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { errorStatus } from '../contract/errors.ts'
import { limits } from '../contract/limits.ts'
import type { Access, Operation } from '../contract/operations/operation.ts'
import { operations } from '../contract/operations.ts'

type Json = Readonly<Record<string, unknown>>

/** What JSON Schema cannot say (that a day exists, that text has no spaces around it) is left out of the description. */
const schemaOf = (schema: v.GenericSchema): Json => {
  const { $schema: _, ...json } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) as Json
  return json
}

const jsonContent = (schema: v.GenericSchema): Json => ({ 'application/json': { schema: schemaOf(schema) } })

const binaryContent = (maxLength: number, minLength = 1): Json => ({
  'application/octet-stream': { schema: { type: 'string', format: 'binary', minLength, maxLength } },
})

const security: Readonly<Record<Access, readonly Json[]>> = {
  anybody: [],
  reporter: [],
  session: [{ session: [] }],
  chief: [{ session: [] }],
}

/** Parts of the path, of the query and of the headers, in OpenAPI's form. */
function parametersOf({ path, query, headers }: Operation): readonly Json[] {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
  }))
  return [
    ...parts,
    ...propertiesOf(query).map(([name, schema]) => ({ name, in: 'query', schema })),
    ...propertiesOf(headers).map(([name, schema]) => ({ name, in: 'header', required: true, schema })),
  ]
}

const propertiesOf = (schema?: v.GenericSchema): [string, Json][] =>
  schema ? Object.entries(schemaOf(schema).properties as Record<string, Json>) : []

function answerOf({ answer }: Operation): Json {
  if (answer === undefined) return { description: 'Done' }
  if (answer === 'page') {
    return { description: 'One page, always 65,536 bytes', content: binaryContent(limits.page, limits.page) }
  }
  if (answer === 'bytes') return { description: 'One part', content: binaryContent(limits.filePart) }
  return { description: 'The answer', content: jsonContent(answer) }
}

const bodyContent = (body: NonNullable<Operation['body']>): Json =>
  body === 'bytes' ? binaryContent(limits.filePart) : jsonContent(body)

const describe = (name: string, operation: Operation): Json => ({
  operationId: name,
  summary: operation.summary,
  security: security[operation.access],
  parameters: parametersOf(operation),
  ...(operation.body ? { requestBody: { required: true, content: bodyContent(operation.body) } } : {}),
  responses: { [operation.status]: answerOf(operation), default: { $ref: '#/components/responses/Error' } },
})

const errorSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { enum: Object.keys(errorStatus) } },
      required: ['code'],
      additionalProperties: false,
    },
  },
  required: ['error'],
}

/** The HTTP interface in OpenAPI 3.1, made of the table of operations alone. */
export function openApi(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(name, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Goodfaith',
      version: '1',
      description:
        'Binary values are base64url without padding; days are YYYY-MM-DD at the headquarters. Whatever is not a GET must name the service’s own Origin.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-gf' } },
      responses: {
        Error: {
          description: 'A stable code, and nothing of the request',
          content: { 'application/json': { schema: errorSchema } },
        },
      },
    },
  }
}
