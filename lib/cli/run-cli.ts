import { parseArgs } from 'node:util'
import { type CliStreams, type Command, InputError } from './command'
import { checksCommand } from './commands/checks'
import { classifyCommand } from './commands/classify'
import { diffCommand } from './commands/diff'
import { driftCommand } from './commands/drift'
import { inferCommand } from './commands/infer'
import { matchCommand } from './commands/match'
import { namesCommand } from './commands/names'
import { profileCommand } from './commands/profile'

const commands: readonly Command[] = [
  diffCommand,
  classifyCommand,
  inferCommand,
  namesCommand,
  matchCommand,
  driftCommand,
  profileCommand,
  checksCommand,
]

/**
 * Runs one command of the schema tools and yields its exit code: 0 for an answer, 2 when `diff` or `drift` found something, 1 for an input or option it
 * cannot read, with a message on standard error.
 */
export async function runCli(args: readonly string[], streams: CliStreams): Promise<number> {
  const [name, ...rest] = args
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === '-h' || name === 'help'
    ;(asked ? streams.stdout : streams.stderr).write(`${asked ? '' : `There is no command ${name}.\n\n`}${overview()}`)
    return asked && name !== undefined ? 0 : 1
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        batch: { type: 'boolean' },
        ...Object.fromEntries(
          Object.entries(command.flags).map(([flag, takesValue]) => [
            flag,
            { type: takesValue ? ('string' as const) : ('boolean' as const) },
          ]),
        ),
      },
    })
    const flags = values as Record<string, string | boolean | undefined>
    if (flags.help === true) {
      streams.stdout.write(`${command.help}\n`)
      return 0
    }
    return await command.run({ files: positionals, flags, streams })
  } catch (error) {
    const isExpected = error instanceof InputError || (error instanceof TypeError && 'code' in error)
    if (!isExpected) throw error
    streams.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function overview(): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`)
  return `Usage: npm run -s headgate -- <command> [options] [file]

${lines.join('\n')}

Each command reads the named file or standard input and writes to standard output; \`<command> --help\` shows its shape.
--batch reads JSON lines and writes JSON lines in the same order.
`
}
