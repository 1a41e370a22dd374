import { FreshnessBar } from '@/components/charts/freshness-bar'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'

export type ConnectionFreshnessProps = {
  connection: Pick<ConnectionSummary, 'ageMinutes' | 'freshnessTargetMinutes' | 'health'>
}

const minuteMs = 60_000

/** The age of the last success against the target. A paused or removed connection is held to none. */
export function ConnectionFreshness({ connection }: ConnectionFreshnessProps) {
  const { ageMinutes, freshnessTargetMinutes, health } = connection
  const isHeld = health !== 'paused' && health !== 'removed'
  return (
    <FreshnessBar
      ageMs={ageMinutes === null ? null : ageMinutes * minuteMs}
      targetMs={isHeld ? freshnessTargetMinutes * minuteMs : null}
    />
  )
}
