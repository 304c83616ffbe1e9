#!/usr/bin/env node
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { directory } from './directory.ts'
import { handIn } from './hand-in.ts'
import { help } from './help.ts'
import { exits, Problem } from './problem.ts'
import { seal } from './seal.ts'

const texts = (...names: string[]): ParseArgsOptionsConfig =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))

const lists = (...names: string[]): ParseArgsOptionsConfig =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }]))

/** What a command was given: options by name, and the rest in order. */
class Given {
  readonly values: Readonly<Record<string, unknown>>
  readonly rest: readonly string[]

  constructor(args: readonly string[], options: ParseArgsOptionsConfig) {
    try {
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
      this.values = values
      this.rest = positionals
    } catch {
      throw new Problem('usage', 'There is an option that this command does not have. Try --help.')
    }
  }

  text(name: string, otherwise?: string): string {
    const value = this.values[name] ?? otherwise
    if (typeof value !== 'string') throw new Problem('usage', `--${name} is missing. Try --help.`)
    return value
  }

  /** Each value of an option that may be said several times. */
  list(name: string): readonly string[] {
    return (this.values[name] ?? []) as readonly string[]
  }
}

/** A key that goes into a file or another program by accident is no secret any more. */
function demandTerminal(anywhere: boolean): void {
  if (process.stdout.isTTY || anywhere) return
  throw new Problem(
    'usage',
    'The twelve words would go into a file or a program. Run this in a terminal, or say --words-anywhere.',
  )
}

type Command = (args: readonly string[]) => Promise<string>

const commands: Readonly<Record<string, Command>> = {
  directory: async (args) => {
    const given = new Given(args, texts('from', 'out'))
    return directory({ from: given.text('from'), out: given.text('out') })
  },
  seal: async (args) => {
    const given = new Given(args, {
      ...texts('directory', 'fingerprint', 'out', 'text', 'language'),
      ...lists('exclude', 'file', 'as-it-is'),
      'words-anywhere': { type: 'boolean' },
    })
    demandTerminal(given.values['words-anywhere'] === true)
    return seal({
      directory: given.text('directory'),
      fingerprint: given.text('fingerprint'),
      out: given.text('out'),
      text: given.text('text', '-'),
      language: given.text('language', 'en'),
      exclude: given.list('exclude'),
      files: [
        ...given.list('file').map((path) => ({ path, asItIs: false })),
        ...given.list('as-it-is').map((path) => ({ path, asItIs: true })),
      ],
    })
  },
  'hand-in': async (args) => {
    const given = new Given(args, texts('to'))
    const [file] = given.rest
    if (file === undefined) throw new Problem('usage', 'Which file is to be handed in? Try --help.')
    return handIn({ file, to: given.text('to') })
  },
}

/** What a code of the protocol means here: the directory or the text is not as it has to be. */
const sentences: Readonly<Record<string, string>> = {
  'body.too_long': 'The text is too long. Shorten it, and send the rest once the case is there.',
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const code = String((error as { code?: unknown } | null)?.code)
  if (code.startsWith('directory.'))
    return new Problem('unfit', `The directory does not hold (${code}). Do not use it.`)
  return sentences[code]
    ? new Problem('unfit', sentences[code])
    : new Problem('failed', 'Something unforeseen happened.')
}

async function run([name = '', ...args]: readonly string[]): Promise<string> {
  if (name === '' || [name, ...args].includes('--help')) return help
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Problem('usage', `There is no command ${name}. Try --help.`)
  return command(args)
}

try {
  process.stdout.write(`${(await run(process.argv.slice(2))).trimEnd()}\n`)
} catch (error) {
  const { message, exit } = problemOf(error)
  process.stderr.write(`${message}\n`)
  process.exitCode = exit ?? exits.failed
}
