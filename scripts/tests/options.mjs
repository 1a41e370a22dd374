import { parseArgs } from 'node:util'
import { STEP_NAMES } from './step-names.mjs'

/**
 * Reads the command line of `npm test`. Ends the process with a usage message when it names a step that is not there.
 * @returns {{ names: string[], bail: boolean }} the steps to run, in their order
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { only: { type: 'string', multiple: true, default: [] }, bail: { type: 'boolean', default: false } },
  })
  const wanted = values.only.flatMap((list) => list.split(','))
  const unknown = wanted.filter((name) => !STEP_NAMES.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no step "${unknown.join('", "')}". The steps are ${STEP_NAMES.join(', ')}.`)
    process.exit(2)
  }
  return { names: STEP_NAMES.filter((name) => wanted.length === 0 || wanted.includes(name)), bail: values.bail }
}
