import type { ModelAnswer, ModelAsk } from '../domain/model-answer'
import type { ModelTask } from '../domain/task'
import { runAsk } from './run-ask'

/**
 * THE way to ask a language model anything. Masks, meters, bounds, records and checks: the stop switch and the caps are looked at before every
 * call, the answer is of the task's form and passed the asker's check, every call is in the ledger with what it cost. Worker only. Never throws
 * for anything that a model, a provider or a budget does; with no model configured it says so and nothing else happens.
 */
export async function askModel<Input, Output>(
  task: ModelTask<Input, Output>,
  input: Input,
  ask: ModelAsk<Output>,
): Promise<ModelAnswer<Output>> {
  return runAsk(task, { input }, ask)
}
