export type DotProps = { tone: 'good' | 'warn' | 'bad' | 'wait' | 'water' | 'off' }

const tones = {
  good: 'bg-good-ink',
  warn: 'bg-warn-ink',
  bad: 'bg-bad-ink',
  wait: 'bg-wait-ink',
  water: 'bg-water',
  off: 'bg-ink-off',
} as const

/** A 6 px dot. Decoration of a word that says the same; never alone. */
export function Dot({ tone }: DotProps) {
  return <span aria-hidden="true" className={`inline-block size-1.5 shrink-0 rounded-full ${tones[tone]}`} />
}
