import { DriftInputError } from '@/lib/capabilities/drift/domain/drift-input-error'
import { MappingInputError } from '@/lib/capabilities/mapping/domain/inferred-table'
import { SchemaInputError } from '@/lib/control-loop/diff/domain/plain/plain-schema'
import { InputError } from './command'

/** Runs domain code on a named input. What the domain refuses with a line or a path is refused here with the file before it. */
export function withPlace<Result>(place: { file: string; line: number }, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof InputError && error.message.startsWith(place.file)) throw error
    const refusals = [InputError, MappingInputError, SchemaInputError, DriftInputError]
    if (!(error instanceof Error && refusals.some((refusal) => error instanceof refusal))) throw error
    const found = /^line (\d+): /.exec(error.message)
    const rest = found === null ? error.message : error.message.slice(found[0].length)
    throw new InputError(`${place.file}:${place.line + Number(found?.[1] ?? 1) - 1}: ${rest}`)
  }
}
