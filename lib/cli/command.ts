import type { Writable } from 'node:stream'

/** Where a command reads from and writes to. */
export interface CliStreams {
  stdin: AsyncIterable<Uint8Array>
  stdout: Writable
  stderr: Writable
}

export interface CommandInput {
  /** Files named on the command line; none means standard input. */
  files: string[]
  flags: Record<string, string | boolean | undefined>
  streams: CliStreams
}

export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  help: string
  /** Flags beyond `--help` and `--batch`; true for those that take a value. */
  flags: Readonly<Record<string, boolean>>
  /** Yields the exit code. */
  run: (input: CommandInput) => Promise<number>
}

/** What is wrong with an input, for the person who gave it: names the file, and the line or the path. */
export class InputError extends Error {}
