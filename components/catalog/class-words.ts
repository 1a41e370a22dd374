import { type DataClass, dataClassLabels } from '@/lib/capabilities/catalog/domain/data-class'

/** A class as people read it; none of them reads as what was decided by that. */
export function classWords(dataClass: DataClass | null): string {
  return dataClass === null ? 'nothing personal' : dataClassLabels[dataClass]
}
