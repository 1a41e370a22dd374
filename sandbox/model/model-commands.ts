import { z } from 'zod'
import { parseCommand } from '@/sandbox/commands/parse-command'
import type { Route } from '@/sandbox/server/route'
import { MODEL_FAULT_KINDS } from './model-fault'
import { BEHAVIOURS } from './scripted-model'

const task = z.string().min(1).max(100).nullable().default(null)
const times = z.int().min(1).max(1_000_000).default(1)
const retryAfterSeconds = z.int().min(0).max(86_400).default(1)

const answersSchema = z.object({
  answers: z
    .array(z.object({ task, times, text: z.string().optional(), json: z.json().optional() }))
    .min(1)
    .refine((list) => list.every(({ text, json }) => (text === undefined) !== (json === undefined)), 'text or json'),
})
const faultSchema = z.object({ kind: z.enum(MODEL_FAULT_KINDS), task, times, retryAfterSeconds })
const mixSchema = z.object({
  seed: z.int().default(1),
  retryAfterSeconds,
  rates: z
    .partialRecord(z.enum(MODEL_FAULT_KINDS), z.number().min(0).max(1))
    .refine(
      (rates) => Object.values(rates).reduce((sum, rate) => sum + rate, 0) <= 1 + 1e-9,
      'the rates are more than 1 together',
    ),
})
const behaviourSchema = z.object({
  behaviour: z.enum(BEHAVIOURS).optional(),
  latencyMs: z.int().min(0).max(600_000).optional(),
})

/** What a test or a person tells the model server, in the manner of the other commands. */
export const modelCommands: readonly Route[] = [
  {
    method: 'GET',
    path: '/sandbox/model',
    handle: ({ sandbox: { model } }) => ({
      status: 200,
      body: {
        behaviour: model.behaviour,
        latencyMs: model.latencyMs,
        requests: model.log.length,
        paid: model.paid,
        answers: model.answers.length,
        faults: model.faults,
        mix: model.mix,
      },
    }),
  },
  {
    method: 'POST',
    path: '/sandbox/model',
    handle: ({ sandbox: { model }, body }) => {
      const { behaviour = model.behaviour, latencyMs = model.latencyMs } = parseCommand(behaviourSchema, body)
      Object.assign(model, { behaviour, latencyMs })
      return { status: 200, body: { behaviour, latencyMs }, effect: [`model is ${behaviour}, ${latencyMs} ms slow`] }
    },
  },
  {
    method: 'DELETE',
    path: '/sandbox/model',
    handle: ({ sandbox: { model } }) => {
      model.reset()
      return { status: 200, body: { ok: true }, effect: ['model reset'] }
    },
  },
  {
    method: 'POST',
    path: '/sandbox/model/answers',
    handle: ({ sandbox: { model }, body }) => {
      const { answers } = parseCommand(answersSchema, body)
      for (const { json, text, ...rest } of answers) {
        model.answers.push({ ...rest, text: text ?? JSON.stringify(json) })
      }
      return { status: 201, body: { waiting: model.answers.length }, effect: [`${answers.length} answers scripted`] }
    },
  },
  {
    method: 'POST',
    path: '/sandbox/model/faults',
    handle: ({ sandbox: { model }, body }) => {
      const fault = parseCommand(faultSchema, body)
      model.faults.push(fault)
      return { status: 201, body: fault, effect: [`model fault ${fault.kind}`] }
    },
  },
  {
    method: 'POST',
    path: '/sandbox/model/fault-mix',
    handle: ({ sandbox: { model }, body }) => {
      model.mix = parseCommand(mixSchema, body)
      return { status: 201, body: model.mix, effect: [`model faults by chance, seed ${model.mix.seed}`] }
    },
  },
  {
    method: 'DELETE',
    path: '/sandbox/model/faults',
    handle: ({ sandbox: { model } }) => {
      Object.assign(model, { faults: [], mix: null })
      return { status: 200, body: { ok: true }, effect: ['model faults cleared'] }
    },
  },
  {
    method: 'GET',
    path: '/sandbox/model/requests',
    handle: ({ sandbox: { model }, query }) => {
      const since = Number(query.get('since') ?? 0)
      return { status: 200, body: { paid: model.paid, items: model.log.filter(({ seq }) => seq > since) } }
    },
  },
]
