import { formatTook } from '@/components/apply-runs/format-took'
import type { CodeLine } from '@/components/ui/code-block'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { CallRow } from '@/lib/capabilities/model/contract'
import { revealLines } from './reveal-lines'

type Compared = Pick<CallRow, 'model' | 'promptVersion' | 'costMicros' | 'tookMs' | 'inputTokens' | 'outputTokens'>

/** Two calls in, what differs in their numbers out: name, first, repeat. */
export function compareNumbers(first: Compared, repeat: Compared): { term: string; first: string; repeat: string }[] {
  const tokens = (call: Compared) =>
    call.inputTokens === null ? '–' : `${formatCount(call.inputTokens)} / ${formatCount(call.outputTokens ?? 0)}`
  const took = (call: Compared) => (call.tookMs === null ? '–' : formatTook(call.tookMs))
  const row = (term: string, of: (call: Compared) => string) => ({ term, first: of(first), repeat: of(repeat) })
  return [
    row('Model', (call) => (call.model === null ? 'none' : revealInvisible(call.model))),
    row('Prompt', (call) => call.promptVersion),
    row('Tokens', tokens),
    row('Cost', (call) => formatMoney(call.costMicros)),
    row('Took', took),
  ]
}

/**
 * Two answers in, their lines with signs out: what only the first has, what only the repeat has, what both have. JSON is laid out
 * first, so that one value is one line. Longest common subsequence; answers are bounded by the tasks' output limits.
 */
export function compareAnswers(first: string, repeat: string): CodeLine[] {
  const before = linesOf(first)
  const after = linesOf(repeat)
  const common = commonLengths(before, after)
  const lines: CodeLine[] = []
  const push = (kind: CodeLine['kind'], text: string) => lines.push({ id: String(lines.length), kind, text })
  let at = 0
  let other = 0
  while (at < before.length || other < after.length) {
    const here = before[at]
    const there = after[other]
    if (here !== undefined && here === there) {
      push('same', here)
      at += 1
      other += 1
    } else if (
      here !== undefined &&
      (there === undefined || (common[at + 1]?.[other] ?? 0) >= (common[at]?.[other + 1] ?? 0))
    ) {
      push('removed', here)
      at += 1
    } else {
      push('added', there ?? '')
      other += 1
    }
  }
  return lines
}

/** More lines than this are compared by their beginnings: the table below is the square of it. */
const linesMax = 1_500

function linesOf(text: string): string[] {
  let laidOut = text
  try {
    laidOut = JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Not JSON: compared as it came.
  }
  return revealLines(laidOut).split('\n').slice(0, linesMax)
}

function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const row = lengths[at] ?? []
    const below = lengths[at + 1] ?? []
    for (let other = after.length - 1; other >= 0; other -= 1) {
      row[other] =
        before[at] === after[other] ? (below[other + 1] ?? 0) + 1 : Math.max(below[other] ?? 0, row[other + 1] ?? 0)
    }
  }
  return lengths
}
