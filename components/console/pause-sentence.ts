import { formatClockSeconds } from '@/components/ui/format-time'
import type { CallPause } from '@/lib/control-loop/connection/contract'

/**
 * Why no call leaves now and until when, as one sentence without its full stop; null when calls leave as they come. An instant that
 * passed since the answer came is over: the page does not name a time that was.
 */
export function pauseSentence(pause: CallPause, now: Date): string | null {
  const isAhead = (at: string | null): at is string => at !== null && Date.parse(at) > now.getTime()
  if (pause.breaker !== 'closed') {
    const why = `Paused after ${pause.failures} failures in a row`
    return pause.breaker === 'open' && isAhead(pause.restUntil)
      ? `${why}, next try ${formatClockSeconds(pause.restUntil)}`
      : `${why}, the next call tries again`
  }
  return isAhead(pause.heldUntil) ? `On hold until ${formatClockSeconds(pause.heldUntil)}, as Fivetran asked` : null
}
