import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { adviseSyncModeByModel } from '@/lib/capabilities/model/tasks/advise-sync-mode/advise-sync-mode'
import { classifyByModel } from '@/lib/capabilities/model/tasks/classify-columns/classify-columns'
import { describeTables } from '@/lib/capabilities/model/tasks/describe-tables/describe-tables'
import { explainChanges } from '@/lib/capabilities/model/tasks/explain-changes/explain-changes'
import {
  gatherAdviseInput,
  gatherClassifyInput,
  gatherDescribeInput,
  gatherExplainInput,
  gatherRenameInput,
} from '@/lib/capabilities/model/tasks/gather-input'
import { judgeRename } from '@/lib/capabilities/model/tasks/judge-rename/judge-rename'
import { readSource } from '@/lib/capabilities/model/tasks/read-source/read-source'
import type { TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { db } from '@/lib/platform/db/client'
import type { AdviceRequest } from '../domain/advice'
import type { AdviceResult } from '../domain/advice-result'
import type { AdviceAnswer } from './answer-advice'
import { toSourceInput } from './to-source-input'

/** Who asks, for the ledger; the subject is added here. */
export type AdviceAsker = Omit<ModelAsk<never>, 'check' | 'subject'>

/** Gathers what the question is about, asks the task, and gives its answer in the words of the page. */
export async function askForAdvice(request: AdviceRequest, asker: AdviceAsker): Promise<AdviceAnswer> {
  switch (request.kind) {
    case 'explain-changes':
      return explain(request.changeId, asker)
    case 'judge-rename': {
      const input = await gatherRenameInput(request)
      if (!input) return nothing('The two columns are not known as one that went and one that came.')
      const subject = `${request.schema}.${request.table}: ${request.from} → ${request.to}`
      return told(await judgeRename(input, { ...asker, subject }), (output) => ({ kind: 'judge-rename', ...output }))
    }
    case 'classify-columns':
      return classify(request, asker)
    case 'describe-tables': {
      const input = await gatherDescribeInput(request)
      if (!input) return nothing(noTable)
      const answer = await describeTables(input, { ...asker, subject: `${request.schema}.${request.table}` })
      return told(answer, ({ tables: [table] }) => ({
        kind: 'describe-tables',
        description: table?.description ?? '',
        terms: table?.terms ?? [],
        columns: table?.columns ?? [],
      }))
    }
    case 'advise-sync-mode': {
      const input = await gatherAdviseInput(request)
      if (!input) return nothing('The table is not in the latest snapshot, or its mode cannot be switched.')
      const answer = await adviseSyncModeByModel(input, { ...asker, subject: `${request.schema}.${request.table}` })
      return told(answer, (output) => ({ kind: 'advise-sync-mode', ...output, current: input.current }))
    }
    case 'read-source': {
      const input = await toSourceInput(request)
      if (input.outcome === 'unreadable') return nothing(input.sentence)
      const answer = await readSource(input.input, { ...asker, subject: request.name })
      if (answer.outcome === 'answered' && answer.output.tables.length === 0) {
        return { outcome: 'none', sentence: 'The model found no table that stands in the text.', callId: answer.callId }
      }
      return told(answer, ({ tables }) => ({ kind: 'read-source', tables }))
    }
  }
}

const noTable = 'The table is not in the latest snapshot.'
const nothing = (sentence: string): AdviceAnswer => ({ outcome: 'none', sentence, callId: null })

function told<Output>(answer: TaskAnswer<Output>, toResult: (output: Output) => AdviceResult): AdviceAnswer {
  if (answer.outcome === 'none') return { outcome: 'none', sentence: answer.sentence, callId: answer.callId }
  const { model, promptVersion, callId, output } = answer
  return { outcome: 'answered', result: toResult(output), model, promptVersion, callId }
}

async function explain(changeId: string, asker: AdviceAsker): Promise<AdviceAnswer> {
  const change = await db.change.findUnique({ where: { id: changeId }, select: { changeSetId: true } })
  const gathered = change && (await gatherExplainInput(change.changeSetId))
  if (!gathered) return nothing('The change is gone.')
  const { input, changeIds } = gathered
  const answer = await explainChanges(input, { ...asker, subject: `${input.changes.length} changes` })
  const paths = new Map(input.changes.map(({ ref, path }) => [ref, path]))
  return told(answer, ({ summary, points, unknown }) => ({
    kind: 'explain-changes',
    summary,
    points: points.flatMap(({ change: ref, effect }) => {
      const id = changeIds.get(ref)
      return id === undefined ? [] : [{ changeId: id, path: paths.get(ref) ?? '', effect }]
    }),
    unknown,
    told: input.changes.length,
    all: input.changes.length + input.more,
  }))
}

async function classify(
  place: { connectionId: string; schema: string; table: string },
  asker: AdviceAsker,
): Promise<AdviceAnswer> {
  const input = await gatherClassifyInput(place)
  if (!input) return nothing(noTable)
  const answer = await classifyByModel(input, { ...asker, subject: `${place.schema}.${place.table}` })
  const { connectionId, schema, table } = place
  const rows = await db.columnClass.findMany({ where: { connectionId, schema, table } })
  const counts = new Map(rows.map((row) => [row.column, row.dataClass]))
  return told(answer, ({ columns }) => ({
    kind: 'classify-columns',
    columns: columns.map(({ column, classes, reason }) => {
      const said = classes.map((name) => (name === 'none' ? null : name))
      const recognised = counts.get(column) ?? null
      return { column, classes: said, reason, recognised, differs: (said[0] ?? null) !== recognised }
    }),
  }))
}
