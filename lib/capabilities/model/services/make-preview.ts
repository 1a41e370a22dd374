import type { Prisma } from '@/generated/prisma/client'
import { modelTasks } from '@/lib/capabilities/model/tasks/model-tasks'
import { db } from '@/lib/platform/db/client'
import { previewSubjectSchema } from '../contract'
import { costMicros, tokensAtMost, tokensLikely } from '../domain/price'
import { type AnyModelTask, type TaskName, taskNameSchema } from '../domain/task'
import { findCandidates } from './find-candidates'
import { gatherPreview } from './gather-preview'
import { readLiveSecrets } from './live-secrets'
import { explainUnopened, openModel } from './open-model'
import { prepareQuestion, redactMessages, toRequest } from './prepare-question'

/** Makes the body that would be sent, by the same steps as an ask up to the socket, and keeps it for a day. Nothing leaves. */
export async function makePreview(previewId: string): Promise<void> {
  const preview = await db.modelPreview.findUnique({ where: { id: previewId } })
  if (preview?.state !== 'under-way') return
  const name = taskNameSchema.parse(preview.task)
  const made = await make(name, modelTasks[name], preview.subject)
  await db.modelPreview.update({
    where: { id: previewId },
    data: typeof made === 'string' ? { state: 'refused', problem: made } : { state: 'ready', ...made },
  })
}

async function make(
  name: TaskName,
  task: AnyModelTask,
  given: unknown,
): Promise<string | Prisma.ModelPreviewUpdateInput> {
  const [candidate] = await findCandidates(name)
  if (!candidate) return 'No model is set for this task: nothing would be sent.'
  const gathered = await gatherPreview(name, previewSubjectSchema.parse(given))
  if ('problem' in gathered) return gathered.problem
  const secrets = await readLiveSecrets()
  const shown = 'input' in gathered ? task : { ...task, prompt: () => ({ system: '', user: '' }) }
  const question = prepareQuestion(shown, 'input' in gathered ? gathered.input : undefined, secrets)
  if ('messages' in gathered) Object.assign(question, redactMessages(gathered.messages, secrets))
  if (question.tooLongTokens !== null) return `The question is too long: about ${question.tooLongTokens} tokens.`
  const { provider, model, price } = candidate
  let body: string
  try {
    const port = await openModel(provider)
    body = port.outgoingBytes(toRequest(question, question.messages, model, provider.timeoutSeconds * 1_000))
  } catch (error) {
    return explainUnopened(error)
  }
  const worst = { inputTokens: tokensAtMost(body), outputTokens: question.outputTokensMax }
  return {
    provider: provider.name,
    model,
    address: provider.baseUrl,
    body,
    inputTokens: tokensLikely(body),
    worstMicros: price ? costMicros(worst, price) : null,
    masked: question.masked,
  }
}
