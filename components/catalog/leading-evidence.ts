import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'

/** The strongest reason in one line, "values match an e-mail address, 498 of 500": what was counted before what was read; null without one. */
export function leadingEvidence(evidence: readonly Evidence[]): string | null {
  const reasons = evidence.filter(({ verdict }) => verdict === 'for')
  const reason = reasons.find(({ measure }) => measure !== null) ?? reasons[0]
  if (!reason) return null
  return reason.measure === null ? reason.text : `${reason.text}, ${reason.measure}`
}
