import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db/client'
import type { CallOutcome } from '../domain/call-outcome'
import { addRepairTurn, hashQuestion, type Messages } from '../domain/messages'
import type { ModelAnswer, ModelAsk, NoAnswerReason } from '../domain/model-answer'
import { tokensLikely } from '../domain/price'
import { redact } from '../domain/redact'
import { type ModelTask, type TaskName, TURNS_MAX } from '../domain/task'
import { type AskState, leftMs, rowOf } from './ask-state'
import { type CandidateModel, findCandidate, findCandidates } from './find-candidates'
import { readLiveSecrets } from './live-secrets'
import { prepareQuestion, redactMessages } from './prepare-question'
import { findProviderRest } from './provider-breaker'
import { recordUnsent } from './record-unsent'
import { explainStop } from './reserve-call'
import { takeTurn } from './take-turn'

type None = Extract<ModelAnswer<never>, { outcome: 'none' }>
type Material<Input> = { input: Input; messages?: Messages }

/**
 * Runs one ask to its end: candidates in order, repair turns with the checker's errors, all within the task's limits. `messages` given: they are
 * asked word for word in place of the prompt. `replay` names the call this repeats and the one model that answers.
 */
export async function runAsk<Input, Output>(
  task: ModelTask<Input, Output>,
  material: Material<Input>,
  ask: ModelAsk<Output>,
  replay: { of: string; candidate: CandidateModel; promptVersion: string } | null = null,
): Promise<ModelAnswer<Output>> {
  const settings = await db.modelSettings.findFirstOrThrow()
  if (settings.stoppedAt) return none('stopped', explainStop(settings))
  const candidates = replay ? [replay.candidate] : await findAllowed(task.name, ask.only)
  if (candidates.length === 0) return none('not-configured', 'No model is set for this task.')
  const secrets = await readLiveSecrets()
  const question = prepareQuestion(task, material.input, secrets)
  if (material.messages) Object.assign(question, redactMessages(material.messages, secrets))
  const state: AskState<Output> = {
    askId: randomUUID(),
    task: { name: task.name, version: replay?.promptVersion ?? task.version, limits: task.limits },
    question,
    // Names come from outside too, and this one is kept.
    ask: { ...ask, subject: redact(ask.subject, secrets).text },
    secrets,
    endsAtMs: Date.now() + task.limits.secondsMax * 1_000,
    keepContent: settings.keepContent,
    cacheHours: settings.cacheHours,
    replayOf: replay?.of ?? null,
  }
  try {
    return await askCandidates(state, task, candidates)
  } finally {
    if (!settings.keepContent) {
      await db.modelCall.updateMany({ where: { askId: state.askId }, data: { output: null } })
    }
  }
}

async function findAllowed(task: TaskName, only: ModelAsk<never>['only']): Promise<CandidateModel[]> {
  if (!only) return findCandidates(task)
  const found = await findCandidate(only.providerId, only.model)
  return found ? [found] : []
}

async function askCandidates<Input, Output>(
  state: AskState<Output>,
  task: ModelTask<Input, Output>,
  candidates: readonly CandidateModel[],
): Promise<ModelAnswer<Output>> {
  let last: None = none('away', 'No model answered.')
  for (const candidate of candidates) {
    if (leftMs(state) === 0) return none('away', `No answer within ${task.limits.secondsMax} seconds.`, last.callId)
    const answer = await askCandidate(state, task, candidate)
    if (answer.outcome === 'answered') return answer
    last = answer
    // What another provider cannot change ends the ask; everything else is what the next one is for.
    if (answer.why === 'stopped' || answer.why === 'declined' || answer.why === 'too-large' || answer.why === 'busy')
      break
  }
  return last
}

async function askCandidate<Input, Output>(
  state: AskState<Output>,
  task: ModelTask<Input, Output>,
  candidate: CandidateModel,
): Promise<ModelAnswer<Output>> {
  const { provider, model, price } = candidate
  let messages = state.question.messages
  const refuse = async (outcome: 'no-price' | 'too-large', problem: string) => {
    const row = {
      ...rowOf(state),
      providerId: provider.id,
      providerName: provider.name,
      model,
      promptHash: hashQuestion({ ...state.question, promptVersion: state.task.version, model, messages, schema: {} }),
    }
    return none(outcome, problem, await recordUnsent(state, { ...row, outcome, problem }))
  }
  if (!price) return refuse('no-price', `Nobody entered what ${model} of ${provider.name} costs.`)
  const rest = await findProviderRest(provider.id, new Date())
  if (rest) return none('away', rest)

  const turnsMax = Math.min(task.limits.turnsMax, TURNS_MAX)
  for (let number = 1; ; number += 1) {
    const estimate = state.question.tooLongTokens ?? tokensLikely(JSON.stringify([messages, state.question.schema]))
    if (estimate > task.limits.inputTokensMax) {
      return refuse(
        'too-large',
        `About ${estimate} tokens to read, where ${task.limits.inputTokensMax} are the most allowed.`,
      )
    }
    const turn = await takeTurn(state, task.output, { ...candidate, price }, { number, messages })
    if (turn.outcome === 'valid') {
      const { callId, output, cached } = turn
      return { outcome: 'answered', callId, output, model, promptVersion: state.task.version, cached }
    }
    if (turn.outcome === 'ended') return none(whyOf(turn.ending), turn.reason, turn.callId)
    if (number >= turnsMax) {
      return none(
        'invalid',
        `No usable answer in ${number} turns: ${turn.errors[0] ?? 'not of the agreed form'}`,
        turn.callId,
      )
    }
    messages = redactMessages(addRepairTurn(messages, turn.reply, turn.errors), state.secrets).messages
  }
}

/** What an ending is for the asker. */
function whyOf(ending: CallOutcome): NoAnswerReason {
  switch (ending) {
    case 'stopped':
    case 'budget':
    case 'busy':
    case 'declined':
    case 'no-price':
    case 'too-large':
      return ending
    case 'cut-off':
    case 'empty':
    case 'invalid':
      return 'invalid'
    default:
      return 'away'
  }
}

function none(why: NoAnswerReason, reason: string, callId: string | null = null): None {
  return { outcome: 'none', why, reason, callId }
}
