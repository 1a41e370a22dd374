import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'
import type { ColumnNote } from '../contract'
import type { ClassifyField } from '../domain/proposal/propose-mapping'

export type ClassNote = ColumnNote['class']

/** The catalog's recognisers for a mapping proposal. `keep` gets what they say of each column, with its evidence. */
export function classifyByRules(keep: (table: string, column: string, note: ClassNote) => void): ClassifyField {
  return ({ table, column, type, samples }) => {
    const found = classifyColumn({ table, column, type, samples })
    const { class: name, confidence, evidence } = found
    keep(table, column, { name, confidence: name === null ? null : confidence, evidence, decidedBy: null })
    return {
      class: name,
      sensitive: name !== null && isSensitive(name),
      secret: name === 'credential',
      reason: name === null ? null : leadingReason(evidence),
    }
  }
}

/** The first thing that speaks for it, with its count. */
export function leadingReason(evidence: readonly Evidence[]): string | null {
  const first = evidence.find(({ verdict }) => verdict === 'for')
  if (first === undefined) return null
  return first.measure === null ? first.text : `${first.measure} ${first.text}`
}
