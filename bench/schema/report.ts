import { createHash } from 'node:crypto'

/**
 * Which half of the samples a case falls in, by its name alone. A rule that helps in one half only fits rows and is no rule. Neither half is unseen:
 * whoever wrote the rules had read the samples.
 */
export function halfOf(id: string): 'A' | 'B' {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'A' : 'B'
}

/** A share as text; a dash for none of none. */
export function share<Row>(rows: readonly Row[], isRight: (row: Row) => boolean): string {
  return rows.length === 0 ? '–' : (rows.filter(isRight).length / rows.length).toFixed(3)
}

/** Precision, recall and F1 of counts as texts. */
export function rates({ right, wrong, missed }: { right: number; wrong: number; missed: number }) {
  const ratio = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return {
    P: ratio(right, right + wrong),
    R: ratio(right, right + missed),
    F1: ratio(2 * right, 2 * right + wrong + missed),
  }
}

export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`)
  console.table(rows)
}
