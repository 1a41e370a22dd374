import { Target } from 'lucide-react'
import { Icon } from './icon'

export type ConfidenceProps = {
  band: 'high' | 'medium' | 'low' | null
  /** How the like of this fared: 46 right of 48 in 90 days. Null when nothing like it was ever decided. */
  record: { right: number; of: number; days: number } | null
}

const words = { high: 'High confidence.', medium: 'Medium confidence.', low: 'Low confidence.' } as const

/** A band with its record, never a bare number. */
export function Confidence({ band, record }: ConfidenceProps) {
  return (
    <p className="flex items-start gap-[7px] text-xs leading-[17px] text-ink-2">
      <span className="mt-[1.5px]">
        <Icon of={Target} />
      </span>
      <span>
        {band && <b className="font-medium text-ink">{words[band]} </b>}
        {record
          ? `${record.right} of ${record.of} like this were right in ${record.days} days.`
          : 'New kind: no record yet.'}
      </span>
    </p>
  )
}
