import type { Home } from '@/lib/control-loop/overview/contract'

export type SetupStepKey = 'credentials' | 'connections' | 'snapshot' | 'people'
export type SetupStep = { key: SetupStepKey; number: number; state: 'done' | 'now' | 'ahead' }

const order: readonly SetupStepKey[] = ['credentials', 'connections', 'snapshot', 'people']

/** True once there is something to look at: the missing second person alone does not hide what is watched. */
export function isSetUp(setup: Home['setup']): boolean {
  return setup.credentials && setup.connections && setup.snapshot
}

/** The four steps with the first undone one as the current. A later one may be done before an earlier one. */
export function prepareSetup(setup: Home['setup']): SetupStep[] {
  const current = order.find((key) => !setup[key])
  return order.map((key, index) => ({
    key,
    number: index + 1,
    state: setup[key] ? 'done' : key === current ? 'now' : 'ahead',
  }))
}
