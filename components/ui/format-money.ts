import { formatCount } from './format-count'

const microsPerDollar = 1_000_000
/** Below this a call is nearly free, and more digits would only look exact. */
const leastShownMicros = 500

const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 })

/**
 * Millionths of a dollar in, "$56.50" out: cents from ten cents on, tenths of a cent below, "<$0.001" for less than half of that. Whole dollars from 100 on have no cents; zero is "$0".
 */
export function formatMoney(micros: number): string {
  if (micros === 0) return '$0'
  if (micros < 0) return `−${formatMoney(-micros)}`
  if (micros < leastShownMicros) return '<$0.001'
  const dollars = micros / microsPerDollar
  if (dollars >= 100 && Number.isInteger(dollars)) return `$${formatCount(dollars)}`
  if (dollars >= 1000) return `$${formatCount(Math.round(dollars))}`
  return `$${(dollars < 0.0995 ? tenths : cents).format(dollars)}`
}
