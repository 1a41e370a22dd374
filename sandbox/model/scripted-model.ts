import { type ModelFault, type ModelFaultKind, type ModelFaultMix, throwDie } from './model-fault'

/** `sensible` answers what was asked; `obey-the-attacker` does whatever anybody wrote anywhere in the prompt. */
export const BEHAVIOURS = ['sensible', 'obey-the-attacker'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** An answer to replay, word for word. */
export interface ScriptedAnswer {
  /** Null: whatever is asked. */
  task: string | null
  text: string
  times: number
}

/** One request as it came, unmasked: this log is what tests judge by. */
export interface ModelRequest {
  seq: number
  at: string
  method: string
  path: string
  headers: Record<string, string>
  body: string
  task: string | null
  model: string | null
  /** What the caller named the call, of `X-Client-Request-Id`. */
  callId: string | null
  status: number
  fault: ModelFaultKind | null
  paid: boolean
  usage: { inputTokens: number; outputTokens: number } | null
  /** What was or would have been answered. */
  answer: string | null
}

/** How many requests are kept; the counters go on. */
const LOG_MAX = 20_000

/** The state of the model server: what it shall answer, what goes wrong, and what it was asked. Forgotten at a restart. */
export class ScriptedModel {
  behaviour: Behaviour = 'sensible'
  latencyMs = 0
  answers: ScriptedAnswer[] = []
  faults: ModelFault[] = []
  mix: ModelFaultMix | null = null
  log: ModelRequest[] = []
  paid = 0
  private seq = 0
  private thrown = 0

  constructor(readonly key: string) {}

  /** Back to the start: nothing scripted, nothing wrong, nothing asked. Numbers of the log go on. */
  reset(): void {
    this.behaviour = 'sensible'
    this.latencyMs = 0
    this.answers = []
    this.faults = []
    this.mix = null
    this.log = []
    this.paid = 0
    this.thrown = 0
  }

  /** The fault for the next request of a task: one that was asked for, else one by chance. */
  takeFault(task: string | null): { kind: ModelFaultKind; retryAfterSeconds: number } | null {
    const number = this.thrown++
    const struck = this.faults.find((fault) => fault.task === null || fault.task === task)
    if (struck) {
      struck.times -= 1
      if (struck.times <= 0) this.faults = this.faults.filter((fault) => fault !== struck)
      return struck
    }
    const kind = this.mix && throwDie(this.mix, number)
    return this.mix && kind ? { kind, retryAfterSeconds: this.mix.retryAfterSeconds } : null
  }

  /** The answer that was left for a task, once; null: it has to think for itself. */
  takeAnswer(task: string | null): string | null {
    const found = this.answers.find((answer) => answer.task === null || answer.task === task)
    if (!found) return null
    found.times -= 1
    if (found.times <= 0) this.answers = this.answers.filter((answer) => answer !== found)
    return found.text
  }

  /** Writes a request down before it is answered, and counts what is paid. */
  record(request: Omit<ModelRequest, 'seq' | 'at'>): void {
    this.seq += 1
    if (request.paid) this.paid += 1
    this.log.push({ seq: this.seq, at: new Date().toISOString(), ...request })
    if (this.log.length > LOG_MAX) this.log.shift()
  }
}
