import type { LogLine } from '@/components/ui/log-lines'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'

const trouble = /\b(failed|stale|did not hold|could not)\b/i

/** The log as it is read: which step (or the run as a whole), who did what, and what went wrong in colour. */
export function prepareLog(log: ApplyRunDetail['log']): LogLine[] {
  return log.map((line, index) => ({
    id: `${index}-${line.at}`,
    at: line.at,
    scope: /\bstep (\d+)/.exec(line.text)?.[1] ?? 'run',
    text: `${line.who} ${line.text}`,
    tone: trouble.test(line.text) ? 'bad' : undefined,
  }))
}
