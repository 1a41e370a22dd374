import type { Sandbox } from '@/sandbox/sandbox'

/** Gives the timeline with what has been played and what comes next. */
export function presentScenario(sandbox: Sandbox) {
  const { scenario, nextStep } = sandbox.world
  return {
    name: scenario.name,
    nextStep: nextStep < scenario.timeline.length ? nextStep + 1 : null,
    steps: scenario.timeline.map((step, index) => ({ step: index + 1, title: step.title, played: index < nextStep })),
  }
}

/** Gives the account at a glance. */
export function presentState(sandbox: Sandbox) {
  const { world, clock, options } = sandbox
  return {
    now: clock.now().toISOString(),
    clockOffsetMs: world.clockOffsetMs,
    warehouse: options.warehouse.kind,
    account: world.scenario.account.name,
    groups: world.groups.map(({ id, name }) => ({ id, name })),
    connections: world.connections.map((connection) => ({
      id: connection.id,
      groupId: connection.groupId,
      service: connection.service,
      schema: connection.schema,
      paused: connection.paused,
      setupState: connection.setupState,
      syncing: connection.run !== null,
      succeededAt: connection.succeededAt,
      failedAt: connection.failedAt,
      tables: connection.delivered.length,
    })),
    webhooks: world.webhooks.map(({ id, type, url, active, events }) => ({ id, type, url, active, events })),
    scenario: presentScenario(sandbox),
    lastSeq: world.nextSeq - 1,
  }
}
