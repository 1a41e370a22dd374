import {
  gatherAdviseInput,
  gatherClassifyInput,
  gatherDescribeInput,
  gatherExplainInput,
  gatherRenameInput,
} from '@/lib/capabilities/model/tasks/gather-input'
import { db } from '@/lib/platform/db/client'
import type { PreviewSubject } from '../contract'
import { type Messages, messagesSchema } from '../domain/messages'
import type { TaskName } from '../domain/task'

export type GatheredPreview = { input: unknown } | { messages: Messages } | { problem: string }

const NOT_THERE = { problem: 'This is not in the latest snapshot, so nothing would be asked.' }
const INCOMPLETE = { problem: 'Name what it is about: the connection and the table, the change set, or the proposal.' }

/** What a task would be told of an object, gathered as the task itself gathers it. A draft's question is the one its proposal was drafted with. */
export async function gatherPreview(task: TaskName, subject: PreviewSubject): Promise<GatheredPreview> {
  const { connectionId, schema, table, from, to } = subject
  const place = connectionId && schema && table ? { connectionId, schema, table } : null
  const found = (input: unknown) => (input === null ? NOT_THERE : { input })
  switch (task) {
    case 'explain-changes': {
      if (!subject.changeSetId) return INCOMPLETE
      const gathered = await gatherExplainInput(subject.changeSetId)
      return found(gathered?.input ?? null)
    }
    case 'classify-columns':
      return place ? found(await gatherClassifyInput(place)) : INCOMPLETE
    case 'describe-tables':
      return place ? found(await gatherDescribeInput(place)) : INCOMPLETE
    case 'advise-sync-mode':
      return place ? found(await gatherAdviseInput(place)) : INCOMPLETE
    case 'judge-rename':
      return place && from && to ? found(await gatherRenameInput({ ...place, from, to })) : INCOMPLETE
    case 'draft-mapping':
      return subject.proposalId ? findDraftQuestion(subject.proposalId) : INCOMPLETE
    case 'read-source':
      return { problem: 'What is sent is the text you give: it is quoted as it stands, after masking.' }
  }
}

async function findDraftQuestion(proposalId: string): Promise<GatheredPreview> {
  const call = await db.modelCall.findFirst({
    where: { proposalId, task: 'draft-mapping', turn: 1, replayOf: null },
    orderBy: { at: 'desc' },
  })
  if (!call) return { problem: 'No model was asked for this proposal: the rules drafted it.' }
  const messages = messagesSchema.safeParse(call.input)
  return messages.success ? { messages: messages.data } : { problem: 'The question is not kept.' }
}
