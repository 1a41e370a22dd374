import type { ProfileFault } from '@/lib/capabilities/quality/domain/profile/table-profile'
import {
  type WarehouseError,
  WarehouseFaultError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseValueError,
} from '../errors'
import type { MeasuredColumn } from './measured-column'

/**
 * Runs a statement over many columns. When the engine refuses it, halves of the columns are tried until the columns that it refuses stand
 * alone: one column that cannot be aggregated must not take the others along. A time-out names all columns at once, since halves would wait as
 * long again. Everything that no column explains (no connection, cancelled) is thrown.
 */
export async function isolateColumns(
  columns: readonly MeasuredColumn[],
  measure: (columns: readonly MeasuredColumn[]) => Promise<void>,
  refused: (column: MeasuredColumn, error: WarehouseError) => Promise<void> | void,
): Promise<void> {
  if (columns.length === 0) return
  try {
    await measure(columns)
  } catch (error) {
    if (error instanceof WarehouseTimeoutError) {
      for (const column of columns) await refused(column, error)
      return
    }
    if (!isAboutColumns(error)) throw error
    const [only] = columns
    if (columns.length === 1 && only) {
      await refused(only, error)
      return
    }
    const middle = Math.ceil(columns.length / 2)
    await isolateColumns(columns.slice(0, middle), measure, refused)
    await isolateColumns(columns.slice(middle), measure, refused)
  }
}

/** What a refused column is called on the page. */
export function nameFault({ name, kind, typeSpelling }: MeasuredColumn, error: WarehouseError): ProfileFault {
  const sentence = error.sentence
  if (error instanceof WarehousePermissionError) return { column: name, reason: 'permission-missing', sentence }
  if (error instanceof WarehouseObjectMissingError) return { column: name, reason: 'column-missing', sentence }
  if (error instanceof WarehouseTimeoutError) return { column: name, reason: 'timed-out', sentence }
  if (error instanceof WarehouseValueError) {
    return {
      column: name,
      reason: 'value-out-of-range',
      sentence: `A value of ${name} is too large for floating point.`,
    }
  }
  return {
    column: name,
    reason: kind === 'other' ? 'type-not-aggregatable' : 'engine-refused',
    sentence: `The warehouse cannot aggregate ${name} (${typeSpelling}).`,
  }
}

function isAboutColumns(error: unknown): error is WarehouseError {
  return (
    error instanceof WarehouseFaultError ||
    error instanceof WarehouseValueError ||
    error instanceof WarehousePermissionError ||
    error instanceof WarehouseObjectMissingError
  )
}
