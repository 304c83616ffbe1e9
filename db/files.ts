import type { CaseStore, FileStore } from '../src/service/ports.ts'
import { Refusal } from '../src/service/ports.ts'
import { caseOfKey } from './case-of-key.ts'
import type { Database, Query } from './database.ts'

type BoundFiles = NonNullable<NonNullable<Parameters<CaseStore['append']>[3]>['files']>

/** The lanes that a reporter reads: shared and identity (PROTOCOL 5). */
const reporterLanes = [1, 3]

/** Makes over uploads to a case; the triggers of `0006_files.sql` refuse one that is gone. */
export const bindFiles = ({ read }: Database, caseId: number, files: BoundFiles): Query[] =>
  files.map(({ id, lane, hash }) => read.insertInto('case_files').values({ case_id: caseId, hash, lane, file_id: id }))

/** Sealed files, on their way to a case and in one. */
export function fileStore({ read, atomically }: Database): FileStore {
  const unbound = read.selectFrom('files').where('token_hash', 'is not', null)
  const uploads = unbound.select(['id', 'owner', 'chunks'])
  const partsOfCases = read
    .selectFrom('cases')
    .innerJoin('case_files', 'case_files.case_id', 'cases.id')
    .innerJoin('parts', 'parts.file_id', 'case_files.file_id')
    .select('parts.blob')

  return {
    find: async (tokenHash) => (await uploads.where('token_hash', '=', tokenHash).executeTakeFirst()) ?? null,
    begin: async ({ id, owner, chunks, tokenHash, day }) => {
      await atomically([read.insertInto('files').values({ id, owner, chunks, token_hash: tokenHash, day })])
    },
    uploadsOf: (owner) => uploads.where('owner', '=', owner).execute(),
    partsOf: (owner) =>
      unbound
        .innerJoin('parts', 'parts.file_id', 'files.id')
        .select(['files.id', 'chunks', 'part', 'hash'])
        .where('owner', '=', owner)
        .orderBy('files.id')
        .orderBy('part')
        .execute(),
    unsentParts: async () => {
      const { count } = await unbound
        .innerJoin('parts', 'parts.file_id', 'files.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    partHash: async (fileId, part) => {
      const row = await read
        .selectFrom('parts')
        .select('hash')
        .where('file_id', '=', fileId)
        .where('part', '=', part)
        .executeTakeFirst()
      return row?.hash ?? null
    },
    parts: (fileId) =>
      read.selectFrom('parts').select(['part', 'hash']).where('file_id', '=', fileId).orderBy('part').execute(),
    announce: async (blobs, day) => {
      await atomically([read.insertInto('loose_blobs').values(blobs.map((blob) => ({ blob, day })))])
    },
    addPart: async ({ fileId, part, hash, blob }) => {
      const announced = read.selectFrom('loose_blobs').where('blob', '=', blob)
      const [added] = await atomically([
        read
          .insertInto('parts')
          .columns(['file_id', 'part', 'hash', 'blob'])
          .expression(
            announced.select(({ val }) => [
              val(fileId).as('file_id'),
              val(part).as('part'),
              val(hash).as('hash'),
              'blob',
            ]),
          ),
        read.deleteFrom('loose_blobs').where('blob', '=', blob),
      ])
      if (added === 0) throw new Refusal('service.busy')
    },
    drop: async (fileId) => {
      await atomically([read.deleteFrom('files').where('id', '=', fileId).where('token_hash', 'is not', null)])
    },
    dropBefore: async (day) => {
      await atomically([read.deleteFrom('files').where('token_hash', 'is not', null).where('day', '<', day)])
    },
    dropEmptyBefore: async (day) => {
      const begun = read.deleteFrom('files').where('token_hash', 'is not', null).where('day', '<', day)
      await atomically([
        begun.where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('parts').select('part').whereRef('parts.file_id', '=', 'files.id'))),
        ),
      ])
    },
    looseBlobs: async (before, limit) => {
      const rows = await read.selectFrom('loose_blobs').select('blob').where('day', '<', before).limit(limit).execute()
      return rows.map(({ blob }) => blob)
    },
    forgetLoose: async (blobs) => {
      await atomically([read.deleteFrom('loose_blobs').where('blob', 'in', blobs)])
    },
    blobForReporter: async (key, hash, part) => {
      const row = await partsOfCases
        .where('cases.id', '=', caseOfKey(read, key))
        .where('case_files.hash', '=', hash)
        .where('part', '=', part)
        .where('lane', 'in', reporterLanes)
        .executeTakeFirst()
      return row?.blob ?? null
    },
    blobOfCase: async (address, hash, part) => {
      const row = await partsOfCases
        .where('address', '=', address)
        .where('case_files.hash', '=', hash)
        .where('part', '=', part)
        .executeTakeFirst()
      return row?.blob ?? null
    },
  }
}
