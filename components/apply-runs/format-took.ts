import { formatSpan } from '@/components/ui/format-time'

/** Milliseconds in, "412 ms", "3.1 s" or "2 min" out. */
export function formatTook(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : formatSpan(ms)
}
