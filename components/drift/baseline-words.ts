import { formatDay, formatStamp, type Instant } from '@/components/ui/format-time'
import type { ColumnDriftView } from '@/lib/capabilities/drift/contract'

/** What a table is compared with, in few words. */
export function baselineWords({ source, version }: ColumnDriftView['baseline'], now: Instant): string {
  const of = `version ${version}`
  switch (source.kind) {
    case 'profile':
      return `as measured ${formatStamp(source.measuredAt, now)}, ${of}`
    case 'date':
      return `the rows of ${source.date}, ${of}`
    case 'training-set':
      return `the training rows of ${source.from} to ${source.to}, ${of}`
    case 'rolling':
      return `the ${source.days} days until ${source.gapDays} days ago, ${of}`
  }
}

/** The day a person takes as the next normal. */
export function dayWords(at: Instant, now: Instant): string {
  return formatDay(at, now)
}
