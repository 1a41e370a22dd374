import { z } from 'zod'

/** What a model is asked for. Closed: a new task is a new name here and a folder under tasks/; the gate itself stays as it is. */
export const taskNames = [
  'explain-changes',
  'draft-mapping',
  'read-source',
  'judge-rename',
  'classify-columns',
  'describe-tables',
  'advise-sync-mode',
] as const
export const taskNameSchema = z.enum(taskNames)
export type TaskName = (typeof taskNames)[number]

/** What has a route of its own: the tasks, and the vectors made of texts. */
export const routedTasks = [...taskNames, 'embed-texts'] as const
export const routedTaskSchema = z.enum(routedTasks)
export type RoutedTask = (typeof routedTasks)[number]

/** Everything that is metered: what is routed, and the one word that a test of a provider asks for. */
export const meteredTasks = [...routedTasks, 'test-provider'] as const
export const meteredTaskSchema = z.enum(meteredTasks)
export type MeteredTask = (typeof meteredTasks)[number]

/** A task as people read it. */
export const taskLabels: Record<MeteredTask, string> = {
  'explain-changes': 'Explain changes',
  'draft-mapping': 'Draft a mapping',
  'read-source': 'Read a source’s documentation',
  'judge-rename': 'Judge a rename',
  'classify-columns': 'Classify columns',
  'describe-tables': 'Describe tables and columns',
  'advise-sync-mode': 'Advise on sync mode',
  'embed-texts': 'Embed texts',
  'test-provider': 'Test a provider',
}

/** Turns of one ask: the first and at most two repairs. */
export const TURNS_MAX = 3

/** What one ask may use at most. The gate keeps to these whatever the prompt or the model does. */
export interface TaskLimits {
  /** Of one turn's whole input, as estimated before it is sent. */
  inputTokensMax: number
  /** Of one turn's reply; sent to the provider. */
  outputTokensMax: number
  /** For the whole ask: all turns, retries and providers. */
  secondsMax: number
  /** 1 and repair turns, at most TURNS_MAX. */
  turnsMax: number
  /** Calls of this task under way at once, over all workers. */
  concurrencyMax: number
}

/** One thing a model can be asked: what it is told, what it must answer, and within which bounds. */
export interface ModelTask<Input, Output> {
  name: TaskName
  /** Name and number of the prompt, e.g. `draft-mapping.1`: raised with any change to prompt or output schema. */
  version: string
  limits: TaskLimits
  /** The only accepted form of an answer; sent as a strict JSON schema and parsed with afterwards. */
  output: z.ZodType<Output>
  /** Given where a stored call may be asked again with another version of the prompt: what a stored input must look like. */
  input?: z.ZodType<Input>
  /** The whole text. Pure. Everything from outside goes through `quoteUntrusted`. */
  prompt(input: Input): { system: string; user: string }
}

/** A task whose types do not matter: for lists of tasks. */
export type AnyModelTask = ModelTask<unknown, unknown>
