import { once } from 'node:events'
import { type CommandInput, InputError } from './command'
import { parseJson } from './parse-json'
import { nameOf, openBytes, readLines, readWhole } from './read-text'
import { withPlace } from './refusal'

export interface Answer {
  output: unknown
  /** True when the command has something to report by its exit code. */
  found?: boolean
}

/**
 * Answers each JSON line with one JSON line, in order and as it comes. A line that cannot be answered gives `{"id"?, "error"}` in its place, a
 * message on standard error and the exit code 1; otherwise the code is 2 when an answer found something and 0 when none did.
 */
export async function runBatch(
  input: CommandInput,
  answer: (value: unknown) => Answer,
  read?: (text: string) => string,
): Promise<number> {
  const { streams } = input
  let code = 0
  for (const file of filesOf(input)) {
    for await (const { line, text } of readLines(openBytes(file, streams), file)) {
      const { output, failed, found } = answerLine(text, { file: nameOf(file), line }, answer, read)
      if (failed) streams.stderr.write(`${String((output as { error: string }).error)}\n`)
      if (failed) code = 1
      else if (found && code === 0) code = 2
      if (!streams.stdout.write(`${JSON.stringify(output)}\n`)) await once(streams.stdout, 'drain')
    }
  }
  return code
}

/** One document, from the first file or standard input, answered with one indented document. */
export async function runOnce(input: CommandInput, answer: (value: unknown) => Answer): Promise<number> {
  const [file = '-', ...rest] = filesOf(input)
  if (rest.length > 0) throw new InputError('One file is enough; use --batch for many inputs')
  const text = await readWhole(openBytes(file, input.streams), file)
  const { output, found = false } = withPlace({ file: nameOf(file), line: 1 }, () =>
    answer(parseJson(text, { file: nameOf(file), line: 1 })),
  )
  input.streams.stdout.write(typeof output === 'string' ? output : `${JSON.stringify(output, null, 2)}\n`)
  return found ? 2 : 0
}

/** The files to read; standard input when none is named. */
export function filesOf(input: CommandInput): string[] {
  return input.files.length === 0 ? ['-'] : input.files
}

function answerLine(
  text: string,
  place: { file: string; line: number },
  answer: (value: unknown) => Answer,
  read?: (text: string) => string,
) {
  let id: unknown
  try {
    const value = parseJson(text, place, read)
    id =
      typeof value === 'object' && value !== null && Object.hasOwn(value, 'id')
        ? (value as { id: unknown }).id
        : undefined
    return { failed: false, found: false, ...withPlace(place, () => answer(value)) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { failed: true, found: false, output: { ...(id === undefined ? {} : { id }), error: error.message } }
  }
}
