import { type DataClass, dataClassSchema } from '@/lib/capabilities/catalog/domain/data-class'
import { maskValue } from '@/lib/capabilities/catalog/domain/mask-value'

/** At most this many values of a column are ever shown to a model. */
export const SAMPLES_MAX = 20
const VALUE_LENGTH_MAX = 64

export interface SampleColumn {
  name: string
  /** What the column counts as in the catalog; null: nothing personal was found. */
  dataClass: string | null
  /** A person allowed masked values of this column to be shown. */
  isConsented: boolean
}

/**
 * Sample values as a model may see them: of consented columns only, masked by data class with their shape kept, free text left out, at most
 * twenty a column. Values of one column stand in their own order, so that no row can be put together again. With samples off: nothing.
 */
export function buildSampleValues(
  values: Readonly<Record<string, readonly string[]>>,
  columns: readonly SampleColumn[],
  samplesAllowed: boolean,
): Record<string, string[]> {
  if (!samplesAllowed) return {}
  const shown: [string, string[]][] = []
  for (const column of columns) {
    if (!column.isConsented || !Object.hasOwn(values, column.name)) continue
    const dataClass = column.dataClass === null ? null : readClass(column.dataClass)
    if (dataClass === 'free-text') continue
    const given = (values[column.name] ?? []).slice(0, SAMPLES_MAX)
    // Long values are text that somebody wrote, whatever the column counts as.
    if (dataClass === null && given.some((value) => value.length > VALUE_LENGTH_MAX)) continue
    shown.push([column.name, [...new Set(given.map((value) => maskSample(value, dataClass)))].sort()])
  }
  return Object.fromEntries(shown)
}

/** A class this build does not know is treated as the strictest one. */
function readClass(name: string): DataClass {
  return dataClassSchema.safeParse(name).data ?? 'credential'
}

function maskSample(value: string, dataClass: DataClass | null): string {
  return dataClass === null ? value : maskValue(value.slice(0, VALUE_LENGTH_MAX), dataClass)
}
