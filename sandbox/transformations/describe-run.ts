import type { Transformation } from '@/sandbox/state/transformation'
import type { JsonObject } from '@/sandbox/state/world'

/** Takes a transformation and a run that is over; gives what webhooks and the log tell of it, step by step. */
export function describeRun(
  transformation: Transformation,
  run: { startedAt: string; fails: boolean },
  endedAt: string,
): JsonObject {
  const models = transformation.outputModels.length
  const failed = run.fails ? 1 : 0
  const steps = readSteps(transformation)
  const stepResults = steps.map(({ name, command }, index) => {
    const fails = run.fails && index === steps.length - 1
    return {
      step: { name, processBuilderCommand: command.split(' ') },
      success: !fails,
      failedModelRuns: fails ? 1 : 0,
      successfulModelRuns: Math.max(0, models - (fails ? 1 : 0)),
      commandResult: {
        exitCode: fails ? 1 : 0,
        output: fails ? 'Completed with 1 error' : 'Completed successfully',
        error: fails ? 'Database error in model' : '',
      },
    }
  })
  return {
    transformationId: transformation.id,
    startTime: run.startedAt,
    endTime: endedAt,
    result: { stepResults, ...(failed ? { description: 'Steps: 1 failed' } : {}) },
  }
}

function readSteps({ type, config }: Transformation): { name: string; command: string }[] {
  if (type === 'QUICKSTART' || !Array.isArray(config.steps)) return [{ name: 'run', command: 'dbt run' }]
  return config.steps.map((step) => {
    const fields = step !== null && typeof step === 'object' && !Array.isArray(step) ? step : {}
    return { name: String(fields.name ?? 'step'), command: String(fields.command ?? 'dbt run') }
  })
}
