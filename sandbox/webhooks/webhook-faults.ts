import { hashPair, hashText } from '@/sandbox/source/seeded-random'
import type { WebhookFaults } from '@/sandbox/state/fault'

const LATE_MS = { min: 60_000, max: 3_600_000 }
const REORDER_MS = { min: 200, max: 3000 }

export interface DeliveryPlan {
  /** How long each copy is held back on the sandbox clock; empty when the event is lost. */
  delaysMs: number[]
  faults: string[]
}

/**
 * Takes the dial (null: nothing goes wrong) and the number of a delivery; gives how it travels. Each fault has its own die, so that
 * an event may be duplicated and late. Lost is lost, whatever else was thrown.
 */
export function planDelivery(dial: WebhookFaults | null, number: number): DeliveryPlan {
  if (dial === null) return { delaysMs: [0], faults: [] }
  const thrown = (what: string) => hashPair(hashText(`${dial.seed}:${what}`), number) / 2 ** 32
  if (thrown('lost') < dial.lost) return { delaysMs: [], faults: ['lost'] }
  const within = ({ min, max }: { min: number; max: number }, what: string) =>
    Math.round(min + thrown(what) * (max - min))
  const faults: string[] = []
  let delayMs = 0
  if (thrown('late') < dial.late) {
    faults.push('late')
    delayMs = within(LATE_MS, 'late-by')
  } else if (thrown('reorder') < dial.reorder) {
    faults.push('reorder')
    delayMs = within(REORDER_MS, 'reorder-by')
  }
  if (thrown('duplicate') >= dial.duplicate) return { delaysMs: [delayMs], faults }
  return { delaysMs: [delayMs, delayMs + within(REORDER_MS, 'duplicate-by')], faults: [...faults, 'duplicate'] }
}
