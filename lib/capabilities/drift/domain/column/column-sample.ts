import { DriftInputError } from '../drift-input-error'

/** The values of a numeric column: those there are, in rising order, and how many are missing. */
export interface NumericSample {
  sorted: Float64Array
  nulls: number
}

/** The values of a categorical column: how many rows hold each, and how many hold none. */
export interface CategoricalSample {
  counts: ReadonlyMap<string, number>
  nulls: number
}

/**
 * Numbers and nulls as a sample. Refuses anything else, and NaN and infinities, with the path of the first: a statistic of them would be undefined or
 * infinite, and which of the two nobody would see. `field` is the path's beginning.
 */
export function readNumericSample(values: readonly unknown[], field: string): NumericSample {
  const numbers = new Float64Array(values.length)
  let length = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (value === null) continue
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new DriftInputError(`${field}.${index}: ${describe(value)}, not a finite number`)
    // −0 and 0 are one value.
    numbers[length] = value + 0
    length += 1
  }
  return { sorted: numbers.subarray(0, length).sort(), nulls: values.length - length }
}

/**
 * Texts, numbers, booleans and nulls as categories. A number or boolean is the category of its text, so `1` and `"1"` are one: a source that starts to
 * quote its numbers is a change of the schema and not of the values. Refuses objects, lists and numbers that are not finite, with the path of the first.
 */
export function readCategoricalSample(values: readonly unknown[], field: string): CategoricalSample {
  const counts = new Map<string, number>()
  let nulls = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (value === null) {
      nulls += 1
      continue
    }
    const isCategory =
      typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    if (!isCategory) throw new DriftInputError(`${field}.${index}: ${describe(value)}, not a category`)
    const category = String(value)
    counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return { counts, nulls }
}

function describe(value: unknown): string {
  if (value === undefined) return 'is missing'
  if (typeof value === 'number') return Number.isNaN(value) ? 'is NaN' : 'is beyond the range of numbers'
  if (typeof value === 'string') return `is the text ${JSON.stringify(value.slice(0, 40))}`
  if (typeof value === 'boolean') return `is ${value}`
  return Array.isArray(value) ? 'is a list' : 'is an object'
}
