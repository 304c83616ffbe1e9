import type { Keys, OfficerKeys, OpenedCase, Random } from '../../../crypto/index.ts'
import { type Bytes, type Directory, equal, hex } from '../../../crypto/wire/index.ts'
import type { FileOpening } from './file-opening.ts'
import type { FileSealing } from './file-sealing.ts'
import { Refusal } from './refusal.ts'

/** How many opened cases are kept at hand; the oldest makes room. */
const casesKept = 20

/** A file that is being sealed or opened. */
type FileInHand = FileSealing | FileOpening

/** An opened case and whose keys opened it. */
interface HeldCase {
  readonly keys: Keys
  readonly opened: OpenedCase
}

/** All that the worker knows between two calls. Nothing of it is ever stored, and `forget` empties it. */
export class Desk {
  readonly random: Random
  #officer: { readonly secret: Bytes; readonly keys: OfficerKeys } | null = null
  #directory: Directory | null = null
  #cases = new Map<string, HeldCase>()
  #files = new Map<number, FileInHand>()
  #lastFile = 0

  constructor(random: Random) {
    this.random = random
  }

  /** The verified directory. Throws `worker.no_directory` before it was loaded. */
  get directory(): Directory {
    if (!this.#directory) throw new Refusal('worker.no_directory')
    return this.#directory
  }

  hasDirectory(): boolean {
    return this.#directory !== null
  }

  keepDirectory(directory: Directory): void {
    this.#directory = directory
  }

  /** The officer who is unlocked. Throws `worker.locked` if nobody is. */
  get officer(): { readonly secret: Bytes; readonly keys: OfficerKeys } {
    if (!this.#officer) throw new Refusal('worker.locked')
    return this.#officer
  }

  keepOfficer(secret: Bytes, keys: OfficerKeys): void {
    this.#officer = { secret, keys }
  }

  /** The member of the directory who is unlocked, if it has them. */
  self() {
    return this.directory.members.find(({ signingKey }) => equal(signingKey, this.officer.keys.signing.publicKey))
  }

  keepCase(keys: Keys, opened: OpenedCase): void {
    const name = hex(opened.case)
    this.#cases.delete(name)
    this.#cases.set(name, { keys, opened })
    for (const oldest of [...this.#cases.keys()].slice(0, -casesKept)) this.#cases.delete(oldest)
  }

  /** A case that was opened before. Throws `worker.not_open` for any other. */
  caseAt(address: Bytes): HeldCase {
    const held = this.#cases.get(hex(address))
    if (!held) throw new Refusal('worker.not_open')
    return held
  }

  /** Keeps a file that is being sealed or opened, and gives its number. */
  keepFile(file: FileInHand): number {
    this.#lastFile += 1
    this.#files.set(this.#lastFile, file)
    return this.#lastFile
  }

  /** A file in hand, of the kind that is asked for. Throws `worker.not_open` for any other. */
  fileAt<Kind extends FileInHand>(kind: abstract new (...args: never) => Kind, number: number): Kind {
    const file = this.#files.get(number)
    if (!(file instanceof kind)) throw new Refusal('worker.not_open')
    return file
  }

  dropFile(number: number): void {
    this.#files.delete(number)
  }

  forget(): void {
    this.#officer?.secret.fill(0)
    this.#officer = null
    this.#directory = null
    this.#cases = new Map()
    this.#files = new Map()
  }
}
