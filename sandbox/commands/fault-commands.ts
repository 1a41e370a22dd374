import type { Reply } from '@/sandbox/server/envelope'
import type { Route, RouteRequest } from '@/sandbox/server/route'
import { FAULT_KINDS, type Fault } from '@/sandbox/state/fault'
import type { World } from '@/sandbox/state/world'
import { faultCommandSchema, faultMixCommandSchema, webhookFaultsCommandSchema } from './command-schemas'
import { parseCommand } from './parse-command'

/** The two dials: what goes wrong with requests, and what goes wrong on the way to a webhook. */
export const faultCommands: readonly Route[] = [
  {
    method: 'GET',
    path: '/sandbox/faults',
    handle: ({ sandbox }) => ({ status: 200, body: { seed: sandbox.world.faultSeed, items: sandbox.world.faults } }),
  },
  { method: 'POST', path: '/sandbox/faults', handle: dialFault },
  { method: 'POST', path: '/sandbox/fault-mix', handle: dialMix },
  { method: 'DELETE', path: '/sandbox/faults', handle: clearFaults },
  {
    method: 'GET',
    path: '/sandbox/webhook-faults',
    handle: ({ sandbox }) => ({ status: 200, body: sandbox.world.webhookFaults ?? {} }),
  },
  { method: 'POST', path: '/sandbox/webhook-faults', handle: dialWebhookFaults },
  { method: 'DELETE', path: '/sandbox/webhook-faults', handle: clearWebhookFaults },
]

function dialFault({ sandbox, body }: RouteRequest): Reply {
  const command = parseCommand(faultCommandSchema, body)
  const fault: Fault = { id: nextFaultId(sandbox.world), hits: 0, seen: 0, from: 0, ...command }
  sandbox.world.faults.push(fault)
  return { status: 201, body: fault, effect: [`fault ${fault.kind} on ${fault.route}`] }
}

function dialMix({ sandbox, body }: RouteRequest): Reply {
  const { rates, ...command } = parseCommand(faultMixCommandSchema, body)
  let from = 0
  const faults: Fault[] = []
  for (const kind of FAULT_KINDS) {
    const rate = rates[kind] ?? 0
    if (rate === 0) continue
    const fault: Fault = {
      id: nextFaultId(sandbox.world),
      hits: 0,
      seen: 0,
      ...command,
      kind,
      from,
      rate,
      times: null,
    }
    sandbox.world.faults.push(fault)
    faults.push(fault)
    from += rate
  }
  const effect = faults.map(({ kind, rate }) => `fault ${kind} on ${command.route} at ${rate}`)
  return { status: 201, body: { items: faults }, effect }
}

function clearFaults({ sandbox }: RouteRequest): Reply {
  sandbox.world.faults = []
  return { status: 200, body: { ok: true }, effect: ['faults cleared'] }
}

function dialWebhookFaults({ sandbox, body }: RouteRequest): Reply {
  const dial = parseCommand(webhookFaultsCommandSchema, body)
  sandbox.world.webhookFaults = dial
  sandbox.world.emittedEvents = 0
  return { status: 200, body: dial, effect: [`webhook faults ${JSON.stringify(dial)}`] }
}

function clearWebhookFaults({ sandbox }: RouteRequest): Reply {
  sandbox.world.webhookFaults = null
  return { status: 200, body: { ok: true }, effect: ['webhook faults cleared'] }
}

function nextFaultId(world: World): string {
  return `fault_${world.faults.length + 1}`
}
